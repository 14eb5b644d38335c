/** Sequence numbers stay below this, 2^63. Source: domain.md, Sequence number. */
const SEQUENCE_NUMBER_LIMIT = 2n ** 63n;

/**
 * The sequence number of a project's next deployment: `max(last + 1, now in Unix nanoseconds)`, so that it grows
 * strictly even when two deployments start in one millisecond or a clock goes back. `last` is 0n for the first;
 * `belowMs` in [0, 1) is what the clock does not tell, so that a number's last digits tell deployments apart.
 * Throws a RangeError at 2^63, which devices refuse. Source: domain.md, Sequence number.
 */
export function nextSequenceNumber(last: bigint, nowMs: number, belowMs = 0): bigint {
  const nowNs = BigInt(Math.floor(nowMs)) * 1_000_000n + BigInt(Math.floor(belowMs * 1_000_000));
  const next = nowNs > last ? nowNs : last + 1n;
  if (next >= SEQUENCE_NUMBER_LIMIT) throw new RangeError(`No sequence number is left after ${last}.`);
  return next;
}
