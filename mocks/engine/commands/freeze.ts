import type { Outcome } from "../facts.ts";
import { freeze, thaw } from "../freeze.ts";
import type { ProjectState } from "../project-state.ts";
import { conflict, invalid, notFound } from "../refusal.ts";
import type { World } from "../world.ts";
import { livingCohort } from "./cohorts.ts";
import type { CommandOf } from "./command-of.ts";

/** No start and no offers in a cohort; frozen once more, the new reason and expiry count. */
export function freezeCohort(
  world: World,
  project: ProjectState,
  { cohortId, reason, untilMs }: CommandOf<"freeze-cohort">,
  actor: string,
): Outcome {
  const cohort = livingCohort(project, cohortId);
  if (cohort === undefined) return notFound("cohort");
  if (reason.trim() === "") return invalid("reason", "Say why nothing may start.");
  if (untilMs !== undefined && untilMs <= world.nowMs)
    return invalid("untilMs", "The end of a freeze is still to come.");
  freeze(world, cohort, actor, { reason: reason.trim(), untilMs });
  return { facts: { cohortId } };
}

/** Ends a freeze before its time. */
export function unfreezeCohort(
  world: World,
  project: ProjectState,
  { cohortId, reason }: CommandOf<"unfreeze-cohort">,
  actor: string,
): Outcome {
  const cohort = livingCohort(project, cohortId);
  if (cohort === undefined) return notFound("cohort");
  if (cohort.frozen === undefined) return conflict(`${cohort.name} is not frozen.`);
  thaw(world, cohort, { actor }, reason);
  return { facts: { cohortId } };
}
