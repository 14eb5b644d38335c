import { isLive, type LifeRules, type TargetLife } from "#domain/life.ts";
import { dueMs, verifyTimeoutMs } from "#domain/life-clock.ts";
import { applyToTarget, type LifeEvent } from "#domain/target-life.ts";
import { afterChange } from "./after-change.ts";
import { countUnavailable, isUnavailable } from "./contact.ts";
import { setOfferedRollout } from "./device-places.ts";
import { NONE } from "./fleet.ts";
import { rulesOf } from "./life-rules.ts";
import type { RolloutState } from "./rollout-state.ts";
import { EVENT, plan } from "./schedule.ts";
import { NOTE } from "./step-columns.ts";
import { codeOf, FLAG, touchRow } from "./target-columns.ts";
import { lifeAt, putLife } from "./target-lives.ts";
import { keepSteps } from "./target-steps.ts";
import type { World } from "./world.ts";
import { INSTANT, instantAt, setInstant } from "./target-instants.ts";

/**
 * The one way a target changes: the rules decide, then columns, counts, steps and the clock follow.
 * The answer says whether an attempt ended by it, so that the device is free for another deployment.
 */
export function changeTarget(
  world: World,
  rollout: RolloutState,
  row: number,
  event: LifeEvent,
  note: number = NOTE.none,
): Changed {
  if (event.kind === "contact" && keepsFetching(rollout, row, event.atMs)) return CHANGED.nothingFreed;
  const before = lifeAt(rollout.targets, row);
  const device = rollout.targets.device[row] ?? NONE;
  const rules = rulesOf(world, rollout, device, before.attempt);
  const after = heldBack(rollout, row, applyToTarget(before, event, rules));
  if (event.kind === "tick" && silentTooLong(rollout, row, after, rules, event.atMs)) {
    countUnavailable(world, rollout, row);
  }
  if (after === before) {
    const dueAtMs = event.kind === "tick" ? nextDueMs(rollout, row, after, rules) : Infinity;
    if (dueAtMs > world.nowMs) planDue(world, rollout, row, dueAtMs);
    return CHANGED.nothingFreed;
  }
  putLife(rollout.targets, row, after);
  keepSteps(rollout, row, before, after, event, note);
  if (isLive(after) && !isLive(before)) began(world, rollout, device);
  planDue(world, rollout, row, nextDueMs(rollout, row, after, rules), world.nowMs + rules.heartbeatMs);
  if (after.substate !== before.substate || after.attempt !== before.attempt) {
    afterChange(world, rollout, row, before, after);
  }
  return isLive(before) && !isLive(after) ? CHANGED.freed : CHANGED.nothingFreed;
}

/**
 * A device that fetches and was not given up asks once more, as each does several times: by the rules nothing changes but
 * its last contact, and what is planned for it comes early enough. Written out for that; whether it was the case.
 */
function keepsFetching({ targets }: RolloutState, row: number, atMs: number): boolean {
  const code = targets.substate[row] ?? 0;
  const isStuck = ((targets.flags[row] ?? 0) & FLAG.stuck) !== 0;
  if (code < OFFERED || code > DOWNLOADED || isStuck) return false;
  const { instants } = targets;
  if (instantAt(instants, row, INSTANT.planned) === 0) return false;
  if (instantAt(instants, row, INSTANT.contact) === atMs) return true;
  setInstant(instants, row, INSTANT.contact, atMs);
  touchRow(targets, row);
  return true;
}

const OFFERED = codeOf("offered");
const DOWNLOADED = codeOf("downloaded");

/** Whether an attempt ended, so that the device is free for another deployment. */
type Changed = { readonly freed: boolean };
const CHANGED = { freed: { freed: true }, nothingFreed: { freed: false } } as const;

/** Who an operator holds back waits for that and for nothing else, once it is not busy. */
function heldBack({ pace }: RolloutState, row: number, life: TargetLife): TargetLife {
  if (life.phase !== "pending" || !pace.held.has(row) || life.substate === "waiting-deployment") return life;
  return life.substate === "held" ? life : { ...life, substate: "held" };
}

/** When the clock changes a target, or makes it count as unavailable while it fetches. */
function nextDueMs(rollout: RolloutState, row: number, life: TargetLife, rules: LifeRules): number {
  const dueAtMs = dueMs(life, rules);
  if (life.phase !== "fetching" || !rollout.pace.limited || isUnavailable(rollout, row)) return dueAtMs;
  return Math.min(dueAtMs, life.contactAtMs + verifyTimeoutMs(rules));
}

function silentTooLong(rollout: RolloutState, row: number, life: TargetLife, rules: LifeRules, atMs: number): boolean {
  if (life.phase !== "fetching" || !rollout.pace.limited || isUnavailable(rollout, row)) return false;
  return atMs >= life.contactAtMs + verifyTimeoutMs(rules);
}

function began(world: World, rollout: RolloutState, device: number): void {
  setOfferedRollout(world.fleet, device, rollout.index);
  // Nobody's act is made stale by it: what can be done before the first offer can be done after it (decision 0022).
  rollout.everOffered = true;
}

/**
 * One planned event a row is enough: it is looked at when it comes, and put off when the target is not due yet. What is
 * overdue, because the device was heard of so late, comes at once. The first look at a target may be earlier than it is
 * due, at `lookAtMs`: most go on until then to what is due about then, and one event did for both.
 */
function planDue(world: World, rollout: RolloutState, row: number, dueAtMs: number, lookAtMs = dueAtMs): void {
  if (dueAtMs === Infinity) return;
  const { instants } = rollout.targets;
  const planned = instantAt(instants, row, INSTANT.planned);
  const atMs = Math.max(Math.ceil(planned === 0 ? Math.min(dueAtMs, lookAtMs) : dueAtMs), world.nowMs);
  if (planned !== 0 && planned <= atMs) return;
  setInstant(instants, row, INSTANT.planned, atMs);
  plan(world.schedule, atMs, EVENT.due, rollout.index, row);
}
