import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import type { DeployWindow } from "#domain/window.ts";
import type { World } from "./world.ts";

/** A rollout whose hours the world must be told of: when they turn next after `afterMs`. */
export type WindowToTell = {
  readonly projectId: ProjectId;
  readonly deploymentId: DeploymentId;
  readonly window: DeployWindow;
  readonly afterMs: number;
};

/**
 * When the world is next to be told how the hours of a rollout go on (`tell-window`), in world ms: the host takes it there
 * and not beyond before it tells. Infinity: no open rollout has hours. Source: domain.md, Windows.
 */
export function nextWindowFactMs(world: World): number {
  let nextMs = Infinity;
  for (const rollout of world.rollouts) {
    if (rollout.closed === undefined && rollout.window !== undefined)
      nextMs = Math.min(nextMs, rollout.window.nextAtMs);
  }
  return nextMs;
}

/** What the world must be told now, because hours have turned. */
export function windowsToTell(world: World): readonly WindowToTell[] {
  return world.rollouts.flatMap((rollout) => {
    const project = world.projects[rollout.project]?.project;
    const { window } = rollout.plan;
    if (rollout.closed !== undefined || rollout.window?.isDue !== true) return [];
    if (project === undefined || window === undefined) return [];
    return { projectId: project.id, deploymentId: rollout.id, window, afterMs: rollout.window.nextAtMs };
  });
}
