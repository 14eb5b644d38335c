import type { AuditedObject } from "#domain/audit-entry.ts";
import type { CohortState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/** Writes down what a rule of a plan or of the clock did to a deployment. Source: domain.md, Invariants (13). */
export function keepRuleAct(world: World, rollout: RolloutState, act: string, rule: string, reason?: string): void {
  const cohort = world.cohorts[rollout.cohort];
  const objects: readonly AuditedObject[] = [
    { kind: "deployment", id: rollout.id },
    ...(cohort === undefined ? [] : [{ kind: "cohort", id: cohort.id } as const]),
  ];
  world.projects[rollout.project]?.audit.push({
    atMs: world.nowMs,
    by: { rule },
    act,
    objects,
    ...(reason === undefined ? {} : { reason }),
  });
}

/** Writes down what a rule of the clock did to a cohort. */
export function keepCohortRuleAct(world: World, cohort: CohortState, act: string, rule: string): void {
  const objects: readonly AuditedObject[] = [{ kind: "cohort", id: cohort.id }];
  world.projects[cohort.project]?.audit.push({ atMs: world.nowMs, by: { rule }, act, objects });
}
