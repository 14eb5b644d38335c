/** What Golioth's server calls the reason codes a device may send; the index is the code. Source: Golioth docs, 6-ota.md. */
const TEXTS = [
  "ready state",
  "firmware updated successfully",
  "not enough flash memory for the new firmware package",
  "out of RAM during downloading process",
  "connection lost during downloading process",
  "integrity check failure for new downloaded package",
  "unsupported package type",
  "invalid URI",
  "firmware update failed",
  "unsupported protocol",
  "IO error while trying to store component",
  "awaiting retry",
] as const;

/** The wire's text for a reason code; a code nobody knows is its own text. */
export function reasonText(code: number): string {
  return TEXTS[code] ?? `reason ${code}`;
}
