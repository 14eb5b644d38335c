import type { RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/** Writes down what a rule of a plan or of a cohort did to a deployment. Source: domain.md, Invariants (13). */
export function keepRuleAct(world: World, rollout: RolloutState, act: string, rule: string, reason?: string): void {
  world.projects[rollout.project]?.audit.push({
    atMs: world.nowMs,
    by: { rule },
    act,
    objects: [{ kind: "deployment", id: rollout.id }],
    ...(reason === undefined ? {} : { reason }),
  });
}
