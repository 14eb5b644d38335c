import { bucketOf, SUBSTATES, type Bucket, type Counts, type Substate } from "#domain/target.ts";
import { shownWait, type OwnWait, type RolloutGate } from "#domain/waiting.ts";
import { gateOf, isWoken } from "./gate.ts";
import type { RolloutState } from "./rollout-state.ts";
import { codeOf, phaseCount } from "./target-columns.ts";
import type { World } from "./world.ts";

/** What is kept of a pending target: only what is true of it by itself. What its rollout adds is worked out here. */
const OWN_WAITS: readonly OwnWait[] = ["waiting-offline", "waiting-deployment", "held", "backoff"];

/**
 * The code of what people see of the target in a row: its own substate, or for a pending one the first thing that keeps
 * it, be it of its own or of the rollout. Source: domain.md, Target states; waiting.ts.
 */
export function shownCodeAt(world: World, rollout: RolloutState, row: number): number {
  const { targets } = rollout;
  const code = targets.substate[row] ?? 0;
  const own = SHOWN[code];
  if (own === undefined) return code;
  const gate = gateOf(world, rollout, targets.phase[row] ?? 0);
  return codeOf(shownWait(own, isWoken(targets, row) ? withItsSlot(gate) : gate));
}

/** The same for many rows at one instant: what the rollout adds is worked out once. */
export function shownCodes(world: World, rollout: RolloutState): (row: number) => number {
  const { targets, plan } = rollout;
  const gates = plan.phases.map((_, phase) => gateOf(world, rollout, phase));
  const shown = gates.map((gate) => SHOWN.map((own) => (own === undefined ? 0 : codeOf(shownWait(own, gate)))));
  const wokenShown = gates.map((gate) => codeOf(shownWait("waiting-offline", withItsSlot(gate))));
  return (row) => {
    const code = targets.substate[row] ?? 0;
    if (SHOWN[code] === undefined) return code;
    const phase = targets.phase[row] ?? 0;
    return (isWoken(targets, row) ? wokenShown[phase] : shown[phase]?.[code]) ?? code;
  };
}

/** How many targets people see where; from counts that are kept as they change, never from the targets. */
export function shownCounts(world: World, rollout: RolloutState): Counts {
  const { targets, plan, pace } = rollout;
  const shown = Int32Array.from(targets.counts);
  for (const own of OWN_WAITS) shown[codeOf(own)] = 0;
  plan.phases.forEach((_, phase) => {
    const gate = gateOf(world, rollout, phase);
    for (const own of OWN_WAITS) add(shown, shownWait(own, gate), phaseCount(targets, phase, codeOf(own)));
  });
  // Woken targets are ready ones of open phases, and have their slots already.
  const gate = gateOf(world, rollout, pace.openPhase);
  add(shown, shownWait("waiting-offline", gate), -pace.woken);
  add(shown, shownWait("waiting-offline", withItsSlot(gate)), pace.woken);
  return countsFrom(shown, targets.count, targets.stuckCount);
}

/** How many targets of a phase are in each bucket. */
export function phaseBuckets({ targets }: RolloutState, phase: number): Readonly<Record<Bucket, number>> {
  const buckets = noBuckets();
  for (const [code, substate] of SUBSTATES.entries()) buckets[bucketOf(substate)] += phaseCount(targets, phase, code);
  return buckets;
}

function countsFrom(shown: Int32Array, total: number, stuck: number): Counts {
  const buckets = noBuckets();
  const substates: Partial<Record<Substate, number>> = {};
  for (const [code, substate] of SUBSTATES.entries()) {
    const there = shown[code] ?? 0;
    if (there === 0) continue;
    buckets[bucketOf(substate)] += there;
    substates[substate] = there;
  }
  return { total, buckets, substates, stuck };
}

function noBuckets(): Record<Bucket, number> {
  return { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0 };
}

function add(shown: Int32Array, substate: Substate, count: number): void {
  const code = codeOf(substate);
  shown[code] = (shown[code] ?? 0) + count;
}

function withItsSlot(gate: RolloutGate): RolloutGate {
  return { ...gate, slotFree: true, budgetFree: true };
}

const SHOWN: readonly (OwnWait | undefined)[] = SUBSTATES.map((substate) => OWN_WAITS.find((own) => own === substate));
