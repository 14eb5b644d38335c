import { days, minutes } from "#lib/duration.ts";
import type { ArtifactId, CohortId, DeploymentId, ProjectId } from "#domain/ids.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import { REHEARSED_DEVICES_MAX, type Rehearsal } from "#domain/rehearsal.ts";
import type { DeployWindow } from "#domain/window.ts";
import { advance } from "./advance.ts";
import { livingCohort } from "./commands/cohorts.ts";
import type { WindowFact } from "./control-command.ts";
import { rolloutOf } from "./deployment-value.ts";
import { execute } from "./execute.ts";
import { isMarked, MARK } from "./fleet.ts";
import { inFlightIn } from "./gate.ts";
import { deviceIndexOf } from "./ids.ts";
import { phasesOf } from "./phase-progress.ts";
import type { CohortState } from "./project-state.ts";
import { notFound } from "./refusal.ts";
import { forkOf, type Fork } from "./rehearsal-fork.ts";
import { rehearsalResult } from "./rehearsal-result.ts";
import type { RolloutState } from "./rollout-state.ts";
import { isSettledNow } from "./rollout-standing.ts";
import { stratifiedSample } from "./stratified-sample.ts";
import { nextWindowFactMs, windowsToTell } from "./window-facts.ts";
import type { World } from "./world.ts";

/** A rehearsal goes no further into the future than this. */
const REHEARSED_MS = days(30);
/** What an operator has to do, and whether it is over, is looked at this often, in rehearsed time. */
const LOOKS_EVERY_MS = minutes(1);

/** What a rehearsal needs to know of the hours of a plan: where they stand at an instant, and when they turn next. */
export type HoursAt = (window: DeployWindow, atMs: number) => WindowFact;

/** What is to be rehearsed. */
export type RehearsalRequest = {
  readonly id: string;
  readonly projectId: ProjectId;
  readonly cohortId: CohortId;
  readonly artifactIds: readonly ArtifactId[];
  /** None: all at once. */
  readonly plan?: PlanRequest;
};

/** A rehearsal that is under way or done; it lives in no world and is in no log. Who cancels it forgets it. */
export type RehearsalRun = {
  readonly id: string;
  readonly fork: Fork;
  readonly deploymentId: DeploymentId;
  readonly members: number;
  readonly devices: number;
};

/**
 * Begins to try a plan out on copies of a cohort's enabled devices, at most 1,000 of them: see `forkOf`. It starts at
 * once, whatever start the plan names. What would be refused as a deployment is refused here, with the same field.
 * Source: contract.md, Rehearsals.
 */
export function startRehearsal(world: World, request: RehearsalRequest, hoursAt: HoursAt): RehearsalRun | Problem {
  const { id, projectId, cohortId, artifactIds, plan } = request;
  const project = world.projectsById.get(projectId);
  const cohort = project === undefined ? undefined : livingCohort(project, cohortId);
  if (project === undefined || cohort === undefined) return notFound("cohort");
  const members = membersOf(world, cohort, plan);
  const devices = stratifiedSample(world, project, members, REHEARSED_DEVICES_MAX);
  const fork = forkOf(world, project, devices);
  const tried = plan === undefined ? undefined : triedPlan(plan, devices.length / Math.max(1, members.length));
  const outcome = execute(
    fork.world,
    {
      kind: "start-deployment",
      projectId,
      cohortId: fork.cohortId,
      request: { name: "Rehearsal", artifactIds, ...(tried === undefined ? {} : { plan: tried }) },
      ...(tried?.window === undefined ? {} : { window: hoursAt(tried.window, world.nowMs) }),
    },
    { actor: "rehearsal", atMs: world.nowMs },
  );
  if (isProblem(outcome)) return outcome;
  const { deploymentId } = outcome.facts;
  if (deploymentId === undefined) throw new Error("A rehearsal started no deployment.");
  return { id, fork, deploymentId, members: members.length, devices: devices.length };
}

/**
 * Takes a rehearsal on by about as many events as given, so that whoever runs it can do other things in between. A phase
 * that waits for a person is promoted at once; a halt is not resumed.
 */
export function advanceRehearsal(run: RehearsalRun, budgetEvents: number, hoursAt: HoursAt): void {
  const { world } = run.fork;
  for (let left = budgetEvents; left > 0 && !isOver(run);) {
    const before = world.happened;
    advance(world, Math.min(world.nowMs + LOOKS_EVERY_MS, nextWindowFactMs(world)));
    tellHours(world, hoursAt);
    promoteReady(run);
    left -= world.happened - before + 1;
  }
}

/** How a rehearsal stands. */
export function rehearsalValue(run: RehearsalRun): Rehearsal {
  const { partedAtMs, world } = run.fork;
  const done = Math.floor((world.nowMs - partedAtMs) / minutes(1));
  const begun = { id: run.id, done, startedAtMs: partedAtMs };
  // Most are over long before the latest end there can be.
  return isOver(run)
    ? { ...begun, of: done, result: rehearsalResult(run, rolloutIn(run)) }
    : { ...begun, of: REHEARSED_MS / minutes(1) };
}

function isOver(run: RehearsalRun): boolean {
  const { partedAtMs, world } = run.fork;
  const { stopped, targets } = rolloutIn(run);
  const isStill = stopped === "halted" && inFlightIn(targets) === 0;
  return isSettledNow(targets) || isStill || world.nowMs - partedAtMs >= REHEARSED_MS;
}

function rolloutIn({ fork, deploymentId }: RehearsalRun): RolloutState {
  const rollout = rolloutOf(fork.world, fork.projectId, deploymentId);
  if (rollout === undefined) throw new Error("A rehearsal lost its deployment.");
  return rollout;
}

function tellHours(world: World, hoursAt: HoursAt): void {
  for (const { projectId, deploymentId, window, afterMs } of windowsToTell(world)) {
    const { nextAtMs } = hoursAt(window, afterMs);
    execute(
      world,
      { kind: "tell-window", projectId, deploymentId, nextAtMs },
      { actor: "rehearsal", atMs: world.nowMs },
    );
  }
}

function promoteReady(run: RehearsalRun): void {
  const { projectId, world } = run.fork;
  const { deploymentId } = run;
  if (!phasesOf(world, rolloutIn(run)).some(({ state }) => state === "ready")) return;
  execute(world, { kind: "promote-deployment", projectId, deploymentId }, { actor: "rehearsal", atMs: world.nowMs });
}

function membersOf(world: World, cohort: CohortState, plan: PlanRequest | undefined): Int32Array {
  const { fleet } = world;
  const targeting = plan?.targeting;
  const named =
    typeof targeting === "object"
      ? new Set(targeting.deviceIds.map((deviceId) => deviceIndexOf(world.seedHash, deviceId)))
      : undefined;
  const members: number[] = [];
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.cohort[device] !== cohort.index || !isMarked(fleet, device, MARK.enabled)) continue;
    if (named === undefined || named.has(device)) members.push(device);
  }
  return Int32Array.from(members);
}

/** The plan as it can be tried out: at once, on exactly the copies, and to a sample with its share of most devices. */
function triedPlan(plan: PlanRequest, share: number): PlanRequest {
  const { maxDevices, startAtMs: _start, startPolicy: _policy, targeting, ...rest } = plan;
  return {
    ...rest,
    ...(targeting === undefined ? {} : { targeting: typeof targeting === "object" ? "snapshot" : targeting }),
    ...(maxDevices === undefined ? {} : { maxDevices: Math.ceil(maxDevices * share) }),
  };
}
