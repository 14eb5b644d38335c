import { isLive, type LifeRules } from "#domain/life.ts";
import { dueMs } from "#domain/life-clock.ts";
import { applyToTarget, type LifeEvent } from "#domain/target-life.ts";
import { draw, PURPOSES } from "./chance.ts";
import { heartbeatMsOf, NONE } from "./fleet.ts";
import { controlChanged, type RolloutState } from "./rollout-state.ts";
import { EVENT, plan } from "./schedule.ts";
import { busyWith } from "./selection-facts.ts";
import { NOTE } from "./step-columns.ts";
import { lifeAt, putLife } from "./target-lives.ts";
import { keepSteps } from "./target-steps.ts";
import type { World } from "./world.ts";

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
): { readonly freed: boolean } {
  const before = lifeAt(rollout.targets, row);
  const device = rollout.targets.device[row] ?? NONE;
  const rules = rulesFor(world, rollout, device, before.attempt);
  const after = applyToTarget(before, event, rules);
  if (after === before) {
    if (event.kind === "tick") planDue(world, rollout, row, dueMs(after, rules));
    return { freed: false };
  }
  putLife(rollout.targets, row, after);
  keepSteps(rollout, row, before, after, event, note);
  if (isLive(after) && !isLive(before)) began(world, rollout, row, device);
  planDue(world, rollout, row, dueMs(after, rules));
  return { freed: isLive(before) && !isLive(after) };
}

/** What the deployment and the device add to the rules of a target. */
function rulesFor(world: World, rollout: RolloutState, device: number, attempt: number): LifeRules {
  const { fleet } = world;
  return {
    timeouts: rollout.plan.timeouts,
    retry: rollout.plan.retry,
    heartbeatMs: heartbeatMsOf(fleet, device),
    open: rollout.closed === undefined && fleet.currentRollout[device] === rollout.index,
    continuous: rollout.plan.targeting === "continuous",
    free: busyWith(world, device, rollout) === undefined,
    jitter: draw(rollout.planSeed, fleet.keys[device] ?? 0, PURPOSES.jitter, attempt),
  };
}

function began(world: World, rollout: RolloutState, row: number, device: number): void {
  world.fleet.offeredRollout[device] = rollout.index;
  world.fleet.offeredRow[device] = row;
  if (rollout.everOffered) return;
  rollout.everOffered = true;
  controlChanged(rollout);
}

/** One planned event a row is enough: it is looked at when it comes, and put off when the target is not due yet. */
function planDue(world: World, rollout: RolloutState, row: number, atMs: number): void {
  const planned = rollout.targets.plannedMs[row] ?? 0;
  if (atMs === Infinity || (planned !== 0 && planned <= atMs)) return;
  rollout.targets.plannedMs[row] = atMs;
  plan(world.schedule, atMs, EVENT.due, rollout.index, row);
}
