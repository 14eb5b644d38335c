import { rulesAt, SMALL_PHASE } from "./halt-rules.ts";
import { phaseSizes } from "./phases.ts";
import type { Plan } from "./plan.ts";
import { resolvedSize } from "./size.ts";

/**
 * The most devices that a build which fails on every device reaches before a plan stops it, of `eligible` ones: what is
 * on its way at once, and one more for each failure that the rule which trips first waits for. Where no rule does, the
 * whole first phase, which such a build never completes. Source: domain.md, Halt rules.
 */
export function expectedLoss({ phases, halt, maxDevices = Infinity }: Plan, eligible: number): number {
  const [first] = phases;
  const [reached = eligible] = phaseSizes(phases, eligible);
  if (first === undefined) return eligible;
  const slots = Math.min(resolvedSize(first.maxInFlight, eligible), maxDevices);
  const { absolute = Infinity, ratio, streak = Infinity } = rulesAt(halt, Math.min(slots, reached));
  const bar = Math.min(
    reached <= SMALL_PHASE ? absolute : Infinity,
    ratio === undefined ? Infinity : Math.max(ratio.minTerminal, ratio.minFailed),
    streak,
  );
  return Math.min(reached, slots + bar);
}
