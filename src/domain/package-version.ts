/**
 * Whether a text is `package@version`, as lists are narrowed by what devices run. A package has no `@`; a version may be
 * whatever a device reports. Source: contract.md, Operations (`packageVersion`).
 */
export function isPackageVersion(text: string): boolean {
  return /^[^@]+@./su.test(text);
}
