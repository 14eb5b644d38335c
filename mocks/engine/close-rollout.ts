import type { DoneBy, Occurrence } from "#domain/deployment-event.ts";
import { ENDED_BY_A_NEWER_ONE, ENDED_WITHOUT_BYTES } from "#domain/ended-from-outside.ts";
import type { EndedSubstate } from "#domain/life.ts";
import { changeTarget } from "./change-target.ts";
import { leaveQueue } from "./cohort-queue.ts";
import { keepOccurrence } from "./occurrences.ts";
import { controlChanged, type RolloutState } from "./rollout-state.ts";
import { isSettledNow } from "./rollout-standing.ts";
import { keepRuleAct } from "./rule-acts.ts";
import { startNext } from "./queue.ts";
import { keepStep, NOTE } from "./step-columns.ts";
import { BUCKET_OF, codeOf, reasonAt } from "./target-columns.ts";
import { endWaitingRow } from "./target-lives.ts";
import { forgetWoken, wake } from "./wake.ts";
import type { World } from "./world.ts";

/** Who closes a deployment, and why. */
export type ClosedBy = { readonly by: DoneBy; readonly reason?: string | undefined };

/**
 * Cancels the rest: Pending becomes `aborted`, in-flight devices may finish. With `stopDownloads` blocks are refused from
 * now on, and who has not got the whole file yet is aborted too. Source: domain.md, Deployment states.
 */
export function cancelRest(world: World, rollout: RolloutState, stopDownloads: boolean, closedBy: ClosedBy): void {
  close(world, rollout, "cancelled", "cancelled", closedBy);
  if (stopDownloads) {
    rollout.downloadsStopped = true;
    keepOccurrence(world, rollout, "downloads-stopped", closedBy.by, closedBy);
  }
  endAll(world, rollout, "aborted", PENDING);
  if (stopDownloads) endAll(world, rollout, "aborted", WITHOUT_BYTES, NOTE.downloadsStopped);
}

/** Completes a deployment: nobody joins any more, Pending becomes `expired`. Source: domain.md, Deployment states. */
export function completeRollout(world: World, rollout: RolloutState, closedBy: ClosedBy): void {
  close(world, rollout, "completed", "completed", closedBy);
  endAll(world, rollout, "expired", PENDING);
}

/** Its deadline has passed: Pending becomes `expired`, in-flight devices may finish. Source: domain.md, Target states. */
export function expireRollout(world: World, rollout: RolloutState): void {
  byRule(world, rollout, "expired", "deadline", "Its deadline has passed.");
  endAll(world, rollout, "expired", PENDING);
}

/** A queued successor starts: what was waited for in vain is its business now. Source: domain.md, Deployment states. */
export function makeRoom(world: World, rollout: RolloutState): void {
  byRule(world, rollout, "finished", "after-current", "The deployment that was queued behind it starts.");
  endAll(world, rollout, "superseded", PENDING);
}

/** A newer one started: who has not begun to install goes no further in the old one; who has runs to the end in it. */
export function supersede(world: World, rollout: RolloutState): void {
  if (rollout.closed === undefined) {
    close(world, rollout, "superseded", "superseded", { by: { rule: "newer-deployment" } });
  }
  endAll(world, rollout, "superseded", NOT_INSTALLING);
}

/** Finishes a rollout that has nothing left to wait for: a fixed set is done, or as many as were wanted are verified. */
export function settleRollout(world: World, rollout: RolloutState): void {
  const { plan, targets } = rollout;
  if (rollout.closed !== undefined) return;
  if (plan.maxDevices !== undefined && (targets.counts[VERIFIED] ?? 0) >= plan.maxDevices) {
    byRule(world, rollout, "finished", "max-devices", `${plan.maxDevices} devices are verified.`);
    endAll(world, rollout, "expired", PENDING);
  } else if (plan.targeting !== "continuous" && isSettledNow(targets)) {
    byRule(world, rollout, "finished", "settled", "Every target is done, and nobody joins.");
  }
}

function byRule(world: World, rollout: RolloutState, what: Occurrence, rule: string, reason: string): void {
  close(world, rollout, "completed", what, { by: { rule }, reason });
  keepRuleAct(world, rollout, what === "expired" ? "expire" : "finish", rule, reason);
}

function close(
  world: World,
  rollout: RolloutState,
  how: NonNullable<RolloutState["closed"]>,
  what: Occurrence,
  { by, reason }: ClosedBy,
): void {
  const isAgain = rollout.closed === how;
  rollout.closed = how;
  rollout.waits = undefined;
  leaveQueue(world, rollout);
  if (!isAgain) keepOccurrence(world, rollout, what, by, { reason });
  controlChanged(rollout);
}

function endAll(
  world: World,
  rollout: RolloutState,
  substate: EndedSubstate,
  which: ReadonlySet<number>,
  note: number = NOTE.none,
): void {
  const { pace, targets } = rollout;
  const isMeant = BUCKET_OF.map((_, code) => which.has(code));
  const woken = pace.woken;
  let waited = false;
  for (let row = 0; row < targets.count; row += 1) {
    const code = targets.substate[row] ?? 0;
    if (isMeant[code] !== true) continue;
    if (PENDING.has(code)) {
      endWaiting(world, rollout, row, substate, note);
      waited = true;
    } else changeTarget(world, rollout, row, { kind: "end", atMs: world.nowMs, substate }, note);
  }
  if (pace.woken < woken) wake(world, rollout);
  if (waited) startNext(world, rollout.cohort);
}

/**
 * Ends a target that waits, of a rollout that is closed: what `changeTarget` comes to then, written out, for a start may
 * supersede a million of them. What follows for the rollout follows once, after all of them.
 */
function endWaiting({ nowMs }: World, rollout: RolloutState, row: number, substate: EndedSubstate, note: number): void {
  const { steps, targets } = rollout;
  const code = codeOf(substate);
  forgetWoken(rollout, row);
  endWaitingRow(targets, row, code, nowMs);
  keepStep(steps, row, code, targets.attempt[row] ?? 0, reasonAt(targets, row), note, nowMs);
}

const VERIFIED = codeOf("verified");
const PENDING: ReadonlySet<number> = new Set(BUCKET_OF.flatMap((bucket, code) => (bucket === "pending" ? code : [])));
const WITHOUT_BYTES: ReadonlySet<number> = new Set(ENDED_WITHOUT_BYTES.map(codeOf));
const NOT_INSTALLING: ReadonlySet<number> = new Set(ENDED_BY_A_NEWER_ONE.map(codeOf));
