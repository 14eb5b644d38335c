import type { DoneBy } from "#domain/deployment-event.ts";
import { activeRollout } from "./active-rollout.ts";
import { keepMoment } from "./cohort-moments.ts";
import { lookAt } from "./look-at.ts";
import { keepOccurrence } from "./occurrences.ts";
import type { CohortState } from "./project-state.ts";
import { goOn } from "./progress.ts";
import { startNext } from "./queue.ts";
import { controlChanged } from "./rollout-state.ts";
import { keepCohortRuleAct } from "./rule-acts.ts";
import { EVENT, plan } from "./schedule.ts";
import { gateMoved, wake } from "./wake.ts";
import type { World } from "./world.ts";

/** No start and no offers in a cohort, until `untilMs` or until somebody ends it. Source: domain.md, Glossary (frozen). */
export function freeze(
  world: World,
  cohort: CohortState,
  actor: string,
  { reason, untilMs }: { readonly reason: string; readonly untilMs: number | undefined },
): void {
  cohort.frozen = { reason, untilMs };
  cohort.updatedAtMs = world.nowMs;
  keepMoment(world, cohort);
  if (untilMs !== undefined) plan(world.schedule, untilMs, EVENT.thaw, cohort.index, 0);
  const active = activeRollout(world, cohort);
  if (active === undefined || active.closed !== undefined) return;
  keepOccurrence(world, active, "frozen", { actor }, { reason });
  controlChanged(active);
  gateMoved(world, active);
}

/** Offers are made again, and what was to start meanwhile starts. */
export function thaw(world: World, cohort: CohortState, by: DoneBy, reason?: string): void {
  cohort.frozen = undefined;
  cohort.updatedAtMs = world.nowMs;
  keepMoment(world, cohort);
  if ("rule" in by) keepCohortRuleAct(world, cohort, "unfreeze", by.rule);
  const active = activeRollout(world, cohort);
  if (active !== undefined && active.closed === undefined) {
    keepOccurrence(world, active, "unfrozen", by, { reason });
    controlChanged(active);
    goOn(world, active);
    wake(world, active);
  }
  for (const index of cohort.rollouts) if (world.rollouts[index]?.waits === "scheduled") lookAt(world, index);
  startNext(world, cohort.index);
}

/** The time of a freeze is up, unless it was ended or prolonged meanwhile. */
export function thawDue(world: World, index: number): void {
  const cohort = world.cohorts[index];
  const untilMs = cohort?.frozen?.untilMs;
  if (cohort === undefined || untilMs === undefined || untilMs > world.nowMs) return;
  thaw(world, cohort, { rule: "freeze-expiry" });
}
