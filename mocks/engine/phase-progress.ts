import { fusesOf } from "#domain/halt-rules.ts";
import type { Fuse, PhaseProgress } from "#domain/phase-progress.ts";
import { budgetLimits } from "#domain/budgets.ts";
import { eligibleIn, inFlightInPhase } from "./gate.ts";
import { haltFacts } from "./halt.ts";
import { standingOf } from "./progress.ts";
import { isSettledNow } from "./rollout-standing.ts";
import type { RolloutState } from "./rollout-state.ts";
import { phaseBuckets } from "./shown-waits.ts";
import { FAILED_IN_ATTEMPT } from "./target-classes.ts";
import { codeOf, phaseCount } from "./target-columns.ts";
import type { World } from "./world.ts";

/** How far each phase is; none before the rollout has started. What it adds sums to the targets. */
export function phasesOf(world: World, rollout: RolloutState): readonly PhaseProgress[] {
  const { pace, plan, targets } = rollout;
  let size = 0;
  return plan.phases.map(({ name }, index) => {
    const counts = phaseBuckets(rollout, index);
    const added = Object.values(counts).reduce((sum, count) => sum + count, 0);
    size += added;
    const { startedAtMs } = pace.phases[index] ?? {};
    return {
      index,
      name,
      size,
      added,
      ...stateAt(world, rollout, index),
      counts,
      finished: [VERIFIED, ...FAILED_IN_ATTEMPT].reduce((sum, code) => sum + phaseCount(targets, index, code), 0),
      inFlight: inFlightInPhase(targets, index),
      maxInFlight: budgetLimits(plan, index, eligibleIn(targets)).inFlight,
      ...(startedAtMs === undefined ? {} : { startedAtMs }),
    };
  });
}

/** How near each halt rule is, for the latest open phase. */
export function fusesNow(rollout: RolloutState): readonly Fuse[] {
  return fusesOf(rollout.plan.halt, haltFacts(rollout, Math.max(0, rollout.pace.openPhase)));
}

function stateAt(world: World, rollout: RolloutState, index: number): Pick<PhaseProgress, "state" | "soakUntilMs"> {
  const { pace, plan, targets } = rollout;
  if (index > pace.openPhase) return { state: "waiting" };
  if (index < pace.openPhase) return { state: "done" };
  const standing = standingOf(world, rollout, index);
  if (standing.state === "soaking") return { state: "soaking", soakUntilMs: standing.untilMs };
  if (standing.state === "ready") return { state: "ready" };
  // The last phase is behind the rollout when nothing of it moves any more.
  const isLast = index === plan.phases.length - 1;
  return { state: standing.state === "done" && (!isLast || isSettledNow(targets)) ? "done" : "open" };
}

const VERIFIED = codeOf("verified");
