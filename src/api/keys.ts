import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";

/**
 * The roots of all query keys that live in a project, general to particular. Here and not in the factories, because
 * what a mutation changes is seldom its own resource alone. Keys hold text and numbers only: a bigint cannot be hashed.
 */
export const keys = {
  reach: () => ["reach"] as const,
  tags: ({ projectId }: Scope) => ["tags", projectId] as const,
  blueprints: ({ projectId }: Scope) => ["blueprints", projectId] as const,
  packages: ({ projectId }: Scope) => ["packages", projectId] as const,
  artifacts: ({ projectId }: Scope) => ["artifacts", projectId] as const,
  devices: ({ projectId }: Scope) => ["devices", projectId] as const,
  cohorts: ({ projectId }: Scope) => ["cohorts", projectId] as const,
  impact: ({ projectId }: Scope) => ["impact", projectId] as const,
  deployments: ({ projectId }: Scope) => ["deployments", projectId] as const,
  rollouts: ({ projectId }: Scope) => ["rollout", projectId] as const,
  rollout: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) =>
    [...keys.rollouts(scope), cohortId, deploymentId] as const,
};
