/**
 * Stands in for the package `tldts` in the demo build. MSW reads cookies through it, and asks for nothing else;
 * a demo has one origin, whose whole host is the domain that cookies belong to.
 */
export function getDomain(hostname: string): string {
  return hostname;
}
