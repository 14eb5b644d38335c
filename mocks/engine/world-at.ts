import type { CohortId, DeploymentId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import { cohortsBefore } from "./move-log.ts";
import { momentAt } from "./cohort-moments.ts";
import { contactMsOf, setContactMs } from "./device-instants.ts";
import { devicesBefore, fleetBefore, namesBefore, type DeviceMoment } from "./device-moments.ts";
import { DEVICE_WORDS } from "./device-words.ts";
import { NONE, type Fleet } from "./fleet.ts";
import type { CohortState } from "./project-state.ts";
import { invalid, notFound } from "./refusal.ts";
import { rolloutAt } from "./rollout-at.ts";
import type { RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/** What is looked at in the past: a cohort with its devices, or one of its deployments. */
export type LookedAt = {
  readonly projectId: ProjectId;
  readonly cohortId: CohortId;
  readonly deploymentId?: DeploymentId;
};

/**
 * The world as it stood at the end of an instant, as far as one cohort is concerned: who was in it, how it stood, the
 * deployment it ran then and the one that is named. Every read of those answers from it; nobody may act in it. What
 * devices said since is left out, as is what was still to come for them.
 * An instant to come, or before the cohort or the deployment was made, is `invalid`. Source: contract.md, Looking back.
 */
export function worldAt(world: World, { projectId, cohortId, deploymentId }: LookedAt, atMs: number): World | Problem {
  const project = world.projectsById.get(projectId);
  const cohort = project?.cohorts.get(cohortId);
  if (project === undefined || cohort === undefined) return notFound("cohort");
  const named = deploymentId === undefined ? undefined : world.rollouts[project.rollouts.get(deploymentId) ?? NONE];
  if (deploymentId !== undefined && named?.cohort !== cohort.index) return notFound("deployment");
  if (atMs > world.nowMs) return invalid("at", "This instant is still to come.");
  if (atMs < (named ?? cohort).createdAtMs) {
    return invalid("at", `The ${named === undefined ? "cohort" : "deployment"} was not made before this instant.`);
  }
  const before = devicesBefore(world, atMs);
  const { fleet, deviceCount } = fleetAt(world, cohort, atMs, before);
  const past = cohortAt(world, cohort, deviceCount, atMs);
  const pastProject = { ...project, cohorts: new Map(project.cohorts).set(cohortId, past) };
  return {
    ...world,
    nowMs: atMs,
    fleet,
    names: namesBefore(world, before),
    moves: new Map(),
    projects: world.projects.with(project.index, pastProject),
    projectsById: new Map(world.projectsById).set(projectId, pastProject),
    cohorts: world.cohorts.with(cohort.index, past),
    rollouts: world.rollouts.map((rollout) =>
      rollout === named || rollout.index === past.active ? rolloutOnce(world, rollout, atMs) : rollout,
    ),
  };
}

function cohortAt({ rollouts }: World, cohort: CohortState, deviceCount: number, atMs: number): CohortState {
  const moment = momentAt(cohort, atMs);
  const made = cohort.rollouts.filter((index) => (rollouts[index]?.createdAtMs ?? Infinity) <= atMs);
  return {
    ...cohort,
    ...moment,
    deviceCount,
    rollouts: made,
    updatedAtMs: moment?.atMs ?? cohort.createdAtMs,
  };
}

/** The fleet with everybody where they were; who was made or heard of later is not, or not yet. */
function fleetAt(
  world: World,
  { index }: CohortState,
  atMs: number,
  before: readonly DeviceMoment[],
): { fleet: Fleet; deviceCount: number } {
  const { fleet } = world;
  const cohort = fleet.cohort.slice(0, fleet.count);
  for (const [device, from] of cohortsBefore(world, atMs)) cohort[device] = from;
  const madeLater = fleet.created.find((made) => made.atMs > atMs);
  const count = madeLater?.firstDevice ?? fleet.count;
  const words = fleet.words.slice(0, count * DEVICE_WORDS);
  const past = { ...fleetBefore(fleet, before), count, cohort, words };
  let deviceCount = 0;
  for (let device = 0; device < count; device += 1) {
    if (contactMsOf(fleet, device) > atMs) setContactMs(past, device, -1);
    if (cohort[device] === index) deviceCount += 1;
  }
  return { fleet: past, deviceCount };
}

/** The past does not change: who pages through an instant has it rebuilt once. */
const rebuilt = new WeakMap<World["rollouts"], Rebuilt>();

type Rebuilt = {
  readonly of: RolloutState;
  readonly atMs: number;
  readonly logged: number;
  readonly past: RolloutState;
};

function rolloutOnce({ rollouts }: World, rollout: RolloutState, atMs: number): RolloutState {
  const logged = rollout.steps.count + rollout.occurrences.length;
  const known = rebuilt.get(rollouts);
  if (known?.of === rollout && known.atMs === atMs && known.logged === logged) return known.past;
  const past = rolloutAt(rollout, atMs);
  rebuilt.set(rollouts, { of: rollout, atMs, logged, past });
  return past;
}
