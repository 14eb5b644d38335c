import type { CohortState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/** The rollout a cohort runs: the latest that started, ended or not. Absent: none did. Source: domain.md, Glossary (active deployment). */
export function activeRollout(world: World, { active }: Pick<CohortState, "active">): RolloutState | undefined {
  return world.rollouts[active];
}
