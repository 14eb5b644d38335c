import { minutes } from "#lib/duration.ts";
import { isLive, type TargetLife } from "#domain/life.ts";
import { countAvailable, countUnavailable, isUnavailable } from "./contact.ts";
import { settleRollout } from "./close-rollout.ts";
import { usesSlot } from "./gate.ts";
import { haltPerhaps } from "./halt.ts";
import { countLateProof, countNoMore, countOutcome, OUTCOME } from "./halt-watch.ts";
import { goOn } from "./progress.ts";
import { startNext } from "./queue.ts";
import type { RolloutState } from "./rollout-state.ts";
import { FAILED_IN_ATTEMPT } from "./target-classes.ts";
import { codeOf } from "./target-columns.ts";
import { forgetWoken, gateMoved, wake } from "./wake.ts";
import type { World } from "./world.ts";

/**
 * What follows for the rollout from the change of one of its targets, in this order: it counts, a rule may halt the
 * rollout, a phase may be complete, the rollout may be done, and a slot that was freed is given to the next.
 */
export function afterChange(
  world: World,
  rollout: RolloutState,
  row: number,
  before: TargetLife,
  after: TargetLife,
): void {
  const wasWoken = after.substate !== "waiting-offline" && forgetWoken(rollout, row);
  if (rollout.startedAtMs === undefined) return;
  countPresence(world, rollout, row, before, after);
  const finished = isFinished(before, after);
  if (rollout.watch.on && countAttempt(rollout, row, before, after)) haltPerhaps(world, rollout, row);
  const ended = after.phase === "ended" && before.phase !== "ended";
  if ((finished || ended) && rollout.closed === undefined) goOn(world, rollout);
  if (ended) settleRollout(world, rollout);
  if (ended || (isLive(before) && !isLive(after))) startNext(world, rollout.cohort);
  if (freesSlot(before, after) || (wasWoken && !isLive(after))) wake(world, rollout);
  else if (rollout.pace.limited && isLive(after) && !isLive(before)) gateMoved(world, rollout);
}

/** Whether an attempt of a device that had been offered was verified or failed just now. */
function isFinished(before: TargetLife, after: TargetLife): boolean {
  const isVerified = after.substate === "verified" && before.phase !== "ended";
  return isVerified || failureOf(before, after) !== undefined;
}

/**
 * Counts a change for the halt rules; whether it is one that they are judged after. For them an attempt is finished at its
 * proof: failures come at once, and if successes came only when they were kept for the confirm period, the first to finish
 * of many that start together would be the ones that fail. Source: decision 0021.
 */
function countAttempt({ targets, watch }: RolloutState, row: number, before: TargetLife, after: TargetLife): boolean {
  const phase = targets.phase[row] ?? 0;
  const isProven = PROVEN.has(after.substate) && before.substate !== after.substate;
  if (isProven && before.phase === "ended") {
    countLateProof(watch, row, phase);
    return false;
  }
  // It ran the version all along, which no failure of it tells anything about.
  if (after.substate === "already-installed" && after.attempt > 0) countNoMore(watch, row, phase);
  if (isProven) countOutcome(watch, row, phase, OUTCOME.proven);
  else if (isLive(after) && !isLive(before)) countOutcome(watch, row, phase, OUTCOME.started);
  const failure = failureOf(before, after);
  if (failure !== undefined) countOutcome(watch, row, phase, failure === "lost" ? OUTCOME.lost : OUTCOME.failed);
  return isProven || failure !== undefined;
}

/** How the attempt that was under way failed with this change, if it did. */
function failureOf(before: TargetLife, after: TargetLife): string | undefined {
  if (!isLive(before) || isLive(after)) return undefined;
  if (after.phase === "pending") return after.after;
  return after.phase === "ended" && FAILED.has(codeOf(after.substate)) ? after.substate : undefined;
}

/** Failed by silence it is unavailable until it is heard of; gone from the cohort it is nobody's business. */
function countPresence(world: World, rollout: RolloutState, row: number, before: TargetLife, after: TargetLife): void {
  if (isLive(before) && !isLive(after)) {
    if (isUnavailable(rollout, row)) rollout.pace.silent -= 1;
    if (failedBySilence(rollout, world.nowMs, before, after)) countUnavailable(world, rollout, row);
  } else if (isLive(after) && !isLive(before) && isUnavailable(rollout, row)) rollout.pace.silent += 1;
  if (after.substate === "left-cohort" || after.substate === "decommissioned") countAvailable(world, rollout, row);
}

function failedBySilence({ plan }: RolloutState, nowMs: number, before: TargetLife, after: TargetLife): boolean {
  const failure = failureOf(before, after);
  if (failure === "lost") return true;
  return failure === "timed-out" && nowMs - before.contactAtMs >= minutes(plan.timeouts.stallMinutes);
}

/** Whether another device may be offered for it: it uses a slot no more, or cannot fall silent any more. */
function freesSlot(before: TargetLife, after: TargetLife): boolean {
  if (before.substate === "confirming") return after.substate !== "confirming";
  return usesSlot(codeOf(before.substate)) && !usesSlot(codeOf(after.substate));
}

const FAILED: ReadonlySet<number> = new Set(FAILED_IN_ATTEMPT);
const PROVEN: ReadonlySet<string> = new Set(["confirming", "verified"]);
