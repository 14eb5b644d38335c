import { nextSequenceNumber } from "#domain/sequence-number.ts";
import { activeRollout } from "./active-rollout.ts";
import { draw, PURPOSES } from "./chance.ts";
import { cancelRest, makeRoom, settleRollout, supersede } from "./close-rollout.ts";
import { keepMoment } from "./cohort-moments.ts";
import { joinQueue, leaveQueue } from "./cohort-queue.ts";
import { existingDevice } from "./commands/device-row.ts";
import { setCurrentPlace } from "./device-places.ts";
import { somethingDiffers, unfitPackage } from "./component-fit.ts";
import { isMarked, MARK, NONE } from "./fleet.ts";
import { lookAgainAt } from "./look-again.ts";
import { newRollout, type NewRollout } from "./new-rollout.ts";
import { keepOccurrence } from "./occurrences.ts";
import { judge } from "./offer.ts";
import { goOn } from "./progress.ts";
import type { CohortState, ProjectState } from "./project-state.ts";
import { startNext } from "./queue.ts";
import { controlChanged, type RolloutState } from "./rollout-state.ts";
import { addFirstTargets, addTarget } from "./rollout-targets.ts";
import { keepRuleAct } from "./rule-acts.ts";
import { busyWith } from "./selection-facts.ts";
import { reserveTargets } from "./target-columns.ts";
import { gateMoved } from "./wake.ts";
import type { World } from "./world.ts";

/**
 * Makes a deployment that was judged already and starts it, unless it is to wait: for its time, or for the one before it.
 * Source: domain.md, Deployment states.
 */
export function startRollout(world: World, project: ProjectState, cohort: CohortState, made: NewRollout): RolloutState {
  const rollout = newRollout(world, project, cohort, made);
  for (const artifact of made.artifacts) artifact.usedBy += 1;
  world.rollouts.push(rollout);
  project.rollouts.set(rollout.id, rollout.index);
  cohort.rollouts.push(rollout.index);
  cohort.updatedAtMs = world.nowMs;
  keepOccurrence(world, rollout, "created", { actor: made.actor });
  const { deadlineAtMs, startAtMs, startPolicy } = rollout.plan;
  if (deadlineAtMs !== undefined) lookAgainAt(world, rollout, deadlineAtMs);
  if (rollout.window !== undefined) lookAgainAt(world, rollout, rollout.window.nextAtMs);
  if (startAtMs !== undefined && startAtMs > world.nowMs) {
    rollout.waits = "scheduled";
    lookAgainAt(world, rollout, startAtMs);
  } else if (startPolicy === "after-current") {
    rollout.waits = "queued";
    joinQueue(world, rollout);
    startNext(world, cohort.index);
  } else beginRollout(world, rollout);
  return rollout;
}

/**
 * A deployment becomes the active one of its cohort: it supersedes the one before, whoever is meant becomes a target, and
 * what its plan opens at once is opened. `rule` says what started it, when no person did.
 */
export function beginRollout(world: World, rollout: RolloutState, rule?: "schedule" | "after-current"): void {
  const cohort = world.cohorts[rollout.cohort];
  if (cohort === undefined) return;
  rollout.waits = undefined;
  leaveQueue(world, rollout);
  const yanked = rollout.components.flatMap(({ variants }) => variants).find(({ artifact }) => artifact.yanked);
  if (yanked !== undefined) return neverBegin(world, rollout, `${yanked.artifact.packageId} was yanked meanwhile.`);
  const before = activeRollout(world, cohort);
  numberRollout(world, rollout);
  cohort.active = rollout.index;
  cohort.updatedAtMs = world.nowMs;
  keepMoment(world, cohort);
  if (before !== undefined && before.closed === undefined && rule === "after-current") makeRoom(world, before);
  else if (before !== undefined) supersede(world, before);
  takeTargets(world, cohort, rollout);
  if (!rollout.pace.limited) {
    // Whoever started it need not wait until everybody was told of it.
    rollout.pace.untold = true;
    lookAgainAt(world, rollout, world.nowMs);
  }
  rollout.startedAtMs = world.nowMs;
  keepOccurrence(world, rollout, "started", rule === undefined ? { actor: rollout.createdBy } : { rule });
  if (rule !== undefined) {
    keepRuleAct(world, rollout, "start-deployment", rule);
    controlChanged(rollout);
  }
  goOn(world, rollout);
  gateMoved(world, rollout);
  settleRollout(world, rollout);
  startNext(world, cohort.index);
}

/**
 * Gives it its sequence number. One that was made earlier and waited for its time is told later than one that started in
 * between, so that it has the higher number, too. Source: domain.md, Sequence number.
 */
function numberRollout(world: World, rollout: RolloutState): void {
  const project = world.projects[rollout.project];
  if (project === undefined) return;
  const belowMs = draw(world.seedHash, rollout.index, PURPOSES.sequence, 0);
  project.lastSequenceNumber = nextSequenceNumber(project.lastSequenceNumber, world.nowMs, belowMs);
  rollout.sequenceNumber = project.lastSequenceNumber;
}

function neverBegin(world: World, rollout: RolloutState, reason: string): void {
  cancelRest(world, rollout, false, { by: { rule: "yanked" }, reason });
  keepRuleAct(world, rollout, "cancel-deployment", "yanked", reason);
}

function takeTargets(world: World, cohort: CohortState, rollout: RolloutState): void {
  const { targeting } = rollout.plan;
  if (typeof targeting !== "object") {
    addFirstTargets(world, rollout, cohort.deviceCount, (device) => isMember(world, cohort, device));
    const { count, device } = rollout.targets;
    for (let row = 0; row < count; row += 1) meanDevice(world, rollout, row, device[row] ?? NONE);
    return;
  }
  reserveTargets(rollout.targets, targeting.deviceIds.length);
  // In the order of the fleet, as rows of targets are.
  const devices = Int32Array.from(targeting.deviceIds, (deviceId) => existingDevice(world, deviceId)).toSorted();
  for (const device of devices) {
    if (isMember(world, cohort, device)) meanDevice(world, rollout, addTarget(world, rollout, device), device);
  }
}

function isMember({ fleet }: World, cohort: CohortState, device: number): boolean {
  return fleet.cohort[device] === cohort.index && isMarked(fleet, device, MARK.enabled);
}

/** A device that was just made a target: this is its rollout now. */
function meanDevice(world: World, rollout: RolloutState, row: number, device: number): void {
  setCurrentPlace(world.fleet, device, rollout.index, row);
  if (isOutOfTheOrdinary(world, rollout, device)) judge(world, rollout, row, device);
}

/** Nearly every device has something to do and nothing in its way; only the others are worth the whole judgement. */
function isOutOfTheOrdinary(world: World, rollout: RolloutState, device: number): boolean {
  if (busyWith(world, device, rollout) !== undefined || !somethingDiffers(rollout, device)) return true;
  return unfitPackage(world, rollout, device) !== undefined;
}
