import type { DeploymentId } from "#domain/ids.ts";
import type { ProjectState } from "../project-state.ts";
import type { RolloutState } from "../rollout-state.ts";
import type { World } from "../world.ts";

/** The rollout of a project's deployment; absent: there is no such. */
export function rolloutNamed(
  world: World,
  project: ProjectState,
  deploymentId: DeploymentId,
): RolloutState | undefined {
  const index = project.rollouts.get(deploymentId);
  return index === undefined ? undefined : world.rollouts[index];
}
