import type { RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/** Puts a rollout behind those that wait for their predecessor already. */
export function joinQueue(world: World, rollout: RolloutState): void {
  world.cohorts[rollout.cohort]?.queue.push(rollout.index);
}

/** It waits no longer: it starts, or never will. */
export function leaveQueue(world: World, rollout: RolloutState): void {
  const queue = world.cohorts[rollout.cohort]?.queue ?? [];
  const at = queue.indexOf(rollout.index);
  if (at >= 0) queue.splice(at, 1);
}

/** The rollout of a cohort that starts next, by queue; absent: none waits. */
export function nextQueued(world: World, cohort: number): RolloutState | undefined {
  const first = world.cohorts[cohort]?.queue[0];
  return first === undefined ? undefined : world.rollouts[first];
}
