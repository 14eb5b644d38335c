/** A number from 0 to below 1, for the jitter of retries. The one place where the API layer throws dice. */
export function random(): number {
  return Math.random();
}

/** A key that names one act, so that its retries do it once. 32 hex digits; works without a secure context too. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
