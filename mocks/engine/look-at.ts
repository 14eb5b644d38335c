import { expireRollout } from "./close-rollout.ts";
import { lookAgainAt } from "./look-again.ts";
import { keepOccurrence } from "./occurrences.ts";
import { goOn } from "./progress.ts";
import { startNext } from "./queue.ts";
import type { RolloutState } from "./rollout-state.ts";
import { beginRollout } from "./start-rollout.ts";
import { tellTargets, wake } from "./wake.ts";
import type { World } from "./world.ts";

/** A rollout is looked at because a time of its plan has come, or may have; whatever is still to come is planned anew. */
export function lookAt(world: World, index: number): void {
  const rollout = world.rollouts[index];
  if (rollout === undefined) return;
  if (rollout.pace.looksAtMs <= world.nowMs) rollout.pace.looksAtMs = Infinity;
  if (rollout.closed !== undefined) return startNext(world, rollout.cohort);
  const { deadlineAtMs = Infinity } = rollout.plan;
  if (deadlineAtMs <= world.nowMs) {
    expireRollout(world, rollout);
    return startNext(world, rollout.cohort);
  }
  lookAgainAt(world, rollout, deadlineAtMs);
  turnWindow(world, rollout);
  if (rollout.waits === "scheduled") return startScheduled(world, rollout);
  if (rollout.pace.untold) tellTargets(world, rollout);
  goOn(world, rollout);
  startNext(world, rollout.cohort);
}

function startScheduled(world: World, rollout: RolloutState): void {
  const { startAtMs = 0 } = rollout.plan;
  if (startAtMs > world.nowMs) lookAgainAt(world, rollout, startAtMs);
  else if (world.cohorts[rollout.cohort]?.frozen === undefined) beginRollout(world, rollout, "schedule");
}

/** The hours begin or end at the instant that was told. The next one is told from outside. */
function turnWindow(world: World, rollout: RolloutState): void {
  const { window } = rollout;
  if (window === undefined || window.isDue) return;
  if (window.nextAtMs > world.nowMs) return lookAgainAt(world, rollout, window.nextAtMs);
  window.open = !window.open;
  window.isDue = true;
  keepOccurrence(world, rollout, window.open ? "window-opened" : "window-shut", { rule: "window" });
  wake(world, rollout);
}
