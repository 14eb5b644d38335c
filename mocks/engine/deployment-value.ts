import type { ActiveDeployment } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import { bucketOf, SUBSTATES, type Bucket, type Counts, type Substate } from "#domain/target.ts";
import { activeRollout } from "./active-rollout.ts";
import type { CohortState, ProjectState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { isSettledNow, stateOf } from "./selection-facts.ts";
import type { TargetColumns } from "./target-columns.ts";
import type { World } from "./world.ts";

/** A deployment as people see it. */
export function deploymentValue(world: World, rollout: RolloutState): Deployment | undefined {
  const cohort = world.cohorts[rollout.cohort];
  if (cohort === undefined) return undefined;
  const { id, name, notes, artifactIds, components, sequenceNumber, plan, createdAtMs, createdBy, origin } = rollout;
  return {
    id,
    cohortId: cohort.id,
    name,
    ...(notes === undefined ? {} : { notes }),
    artifactIds,
    components: components.map(({ component }) => component),
    sequenceNumber,
    state: stateOf(rollout),
    settled: isSettledNow(rollout.targets),
    counts: countsOf(rollout.targets),
    plan,
    createdAtMs,
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
    counts: countsOf(active.targets),
    startedAtMs: active.createdAtMs,
  };
}

/** How many targets stand where; kept as they change, never recounted. */
export function countsOf({ count, counts, stuckCount }: TargetColumns): Counts {
  const buckets: Record<Bucket, number> = { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0 };
  const substates: Partial<Record<Substate, number>> = {};
  for (const [code, substate] of SUBSTATES.entries()) {
    const there = counts[code] ?? 0;
    if (there === 0) continue;
    buckets[bucketOf(substate)] += there;
    substates[substate] = there;
  }
  return { total: count, buckets, substates, stuck: stuckCount };
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
