/** Groups of operations a backend may have beyond Golioth's base. Source: contract.md, Capabilities. */
export const CAPABILITIES = [
  "plans",
  "targets",
  "manifest",
  "control",
  "impact",
  "why",
  "pulse",
  "events",
  "audit",
  "rehearsals",
  "time-travel",
  "uploads",
  "fleet",
  "world",
] as const;
/** One of those groups. */
export type Capability = (typeof CAPABILITIES)[number];
