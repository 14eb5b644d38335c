import { mix32 } from "#lib/hash.ts";

/** What a draw decides. Two draws of one subject never share a purpose, so that no fate leans on another. */
export const PURPOSES = {
  presence: 0x1b873593,
  presencePeriod: 0x2c1b3c6d,
  presenceShare: 0x297a2d39,
  presencePhase: 0x5bd1e995,
  forcedOffline: 0x7feb352d,
  heartbeat: 0x846ca68b,
  latency: 0x6c62272e,
  speed: 0x165667b1,
  install: 0x27d4eb2f,
  reboot: 0x3c6ef372,
  troubled: 0x510e527f,
  kind: 0x1f83d9ab,
  persists: 0x428a2f98,
  correlated: 0x71374491,
  moment: 0x59f111f1,
  silence: 0x12835b01,
  jitter: 0x3956c25b,
  firstVersion: 0x72be5d74,
  sequence: 0x3bd39e10,
  duplicated: 0x0fc19dc6,
  reordered: 0x240ca1cc,
  link: 0x243f6a88,
  battery: 0x13198a2e,
  relapse: 0x03707344,
} as const;

/**
 * A number in [0, 1) that depends on its arguments alone: the same subject always meets the same fate, whatever was
 * drawn before. `seed`, `subject` and `occasion` are 32-bit integers; murmur3's mixer between each.
 */
export function draw(seed: number, subject: number, purpose: number, occasion: number): number {
  return mix32(mix32(mix32(seed ^ subject) ^ purpose) ^ occasion) / 4_294_967_296;
}
