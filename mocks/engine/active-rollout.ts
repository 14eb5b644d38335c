import { NONE } from "./fleet.ts";
import type { CohortState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/** The rollout a cohort runs: its latest, ended or not. Absent: it never had one. Source: domain.md, Glossary (active deployment). */
export function activeRollout(world: World, { rollouts }: Pick<CohortState, "rollouts">): RolloutState | undefined {
  return world.rollouts[rollouts.at(-1) ?? NONE];
}
