import type { Deployment } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, ProjectId } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import { deploymentValue, rolloutOf } from "./deployment-value.ts";
import type { PageQuery } from "./queries.ts";
import type { World } from "./world.ts";

/** The deployments of a cohort, newest first; absent when the project has no such cohort. */
export function listDeployments(
  world: World,
  projectId: ProjectId,
  cohortId: CohortId,
  { page, perPage }: PageQuery,
): Page<Deployment> | undefined {
  const cohort = world.projectsById.get(projectId)?.cohorts.get(cohortId);
  if (cohort === undefined) return undefined;
  const indices = cohort.rollouts.toReversed().slice(page * perPage, (page + 1) * perPage);
  const list = indices.flatMap((index) => {
    const rollout = world.rollouts[index];
    return (rollout === undefined ? undefined : deploymentValue(world, rollout)) ?? [];
  });
  return { list, page, perPage, total: cohort.rollouts.length };
}

/** One deployment. */
export function deploymentOf(world: World, projectId: ProjectId, deploymentId: DeploymentId): Deployment | undefined {
  const rollout = rolloutOf(world, projectId, deploymentId);
  return rollout === undefined ? undefined : deploymentValue(world, rollout);
}
