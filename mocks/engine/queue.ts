import { nextQueued } from "./cohort-queue.ts";
import { NONE } from "./fleet.ts";
import { closedNow, inFlightIn } from "./gate.ts";
import { lookAgainAt } from "./look-again.ts";
import { isSilent, SILENCE_LOOKED_AT_EVERY_MS } from "./presence.ts";
import type { RolloutState } from "./rollout-state.ts";
import { shownCodes } from "./shown-waits.ts";
import { beginRollout } from "./start-rollout.ts";
import { isPendingCode } from "./target-classes.ts";
import { codeOf } from "./target-columns.ts";
import type { World } from "./world.ts";

/** Starts the deployment that is queued in a cohort when the one before it has nobody left to do. */
export function startNext(world: World, cohort: number): void {
  const next = nextQueued(world, cohort);
  if (next === undefined || world.cohorts[cohort]?.frozen !== undefined) return;
  const before = world.rollouts[world.cohorts[cohort]?.active ?? NONE];
  if (before !== undefined && !isDone(world, before)) return;
  beginRollout(world, next, "after-current");
}

/** No target in flight, and only `waiting-offline` ones pending. Source: domain.md, Deployment states. */
function isDone(world: World, rollout: RolloutState): boolean {
  const { targets } = rollout;
  // It is only just being started.
  if (rollout.startedAtMs === undefined) return false;
  if (inFlightIn(targets) > 0 || (targets.counts[CONFIRMING] ?? 0) > 0) return false;
  if (rollout.closed !== undefined) return true;
  if (closedNow(world, rollout) !== undefined) return false;
  lookAgainAt(world, rollout, world.nowMs + SILENCE_LOOKED_AT_EVERY_MS);
  const shown = shownCodes(world, rollout);
  for (let row = 0; row < targets.count; row += 1) {
    if (!isPendingCode(targets.substate[row] ?? 0)) continue;
    if (shown(row) !== OFFLINE || !isSilent(world, targets.device[row] ?? NONE)) return false;
  }
  return true;
}

const CONFIRMING = codeOf("confirming");
const OFFLINE = codeOf("waiting-offline");
