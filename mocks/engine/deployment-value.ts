import type { ActiveDeployment } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import { yankedVersions, type YankedVersion } from "#domain/yanked-version.ts";
import { activeRollout } from "./active-rollout.ts";
import type { CohortState, ProjectState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { isSettledNow, stateOf } from "./rollout-standing.ts";
import { phasesOf } from "./phase-progress.ts";
import { shownCounts } from "./shown-waits.ts";
import type { World } from "./world.ts";

/** A deployment as people see it. */
export function deploymentValue(world: World, rollout: RolloutState): Deployment | undefined {
  const cohort = world.cohorts[rollout.cohort];
  if (cohort === undefined) return undefined;
  const {
    id,
    name,
    notes,
    artifactIds,
    components,
    sequenceNumber,
    plan,
    createdAtMs,
    createdBy,
    origin,
    startedAtMs,
    halt,
  } = rollout;
  return {
    id,
    cohortId: cohort.id,
    name,
    ...(notes === undefined ? {} : { notes }),
    artifactIds,
    components: components.map(({ component }) => component),
    ...yankedPart(rollout),
    ...(sequenceNumber === undefined ? {} : { sequenceNumber }),
    state: stateOf(rollout),
    settled: isSettledNow(rollout.targets),
    counts: shownCounts(world, rollout),
    plan,
    createdAtMs,
    ...(startedAtMs === undefined ? {} : { startedAtMs }),
    ...(halt === undefined ? {} : { halt }),
    phases: phasesOf(world, rollout),
    createdBy,
    ...(origin === undefined ? {} : { origin }),
    controlRevision: controlRevisionOf(rollout),
  };
}

/** The deployment a cohort runs, in brief; absent when it never had one. */
export function activeDeploymentOf(world: World, cohort: CohortState): ActiveDeployment | undefined {
  const active = activeRollout(world, cohort);
  if (active === undefined) return undefined;
  return {
    id: active.id,
    name: active.name,
    state: stateOf(active),
    settled: isSettledNow(active.targets),
    counts: shownCounts(world, active),
    startedAtMs: active.startedAtMs ?? active.createdAtMs,
    ...yankedPart(active),
  };
}

function yankedPart({ components }: RolloutState): { readonly yanked?: readonly YankedVersion[] } {
  const yanked = yankedVersions(components.flatMap(({ variants }) => variants.map(({ artifact }) => artifact)));
  return yanked.length === 0 ? {} : { yanked };
}

/** The ETag of a deployment. */
export function controlRevisionOf({ controlRevision }: RolloutState): string {
  return String(controlRevision);
}

/** A project's rollout by id. */
export function rolloutOf(world: World, projectId: ProjectId, deploymentId: DeploymentId): RolloutState | undefined {
  const project: ProjectState | undefined = world.projectsById.get(projectId);
  const index = project?.rollouts.get(deploymentId);
  return index === undefined ? undefined : world.rollouts[index];
}
