import { keepMoment } from "../cohort-moments.ts";
import type { Outcome } from "../facts.ts";
import type { ProjectState } from "../project-state.ts";
import { conflict, invalid, notFound } from "../refusal.ts";
import type { World } from "../world.ts";
import { livingCohort } from "./cohorts.ts";
import type { CommandOf } from "./command-of.ts";

/** Acts on the cohort ask for its name from now on, or no longer. Source: domain.md, Glossary (protected). */
export function setProtection(
  world: World,
  project: ProjectState,
  { kind, cohortId, reason }: CommandOf<"protect-cohort" | "unprotect-cohort">,
): Outcome {
  const cohort = livingCohort(project, cohortId);
  if (cohort === undefined) return notFound("cohort");
  if (reason.trim() === "") return invalid("reason", "Say why.");
  const wanted = kind === "protect-cohort";
  if (cohort.protected === wanted) return conflict(`${cohort.name} is ${wanted ? "" : "not "}protected already.`);
  cohort.protected = wanted;
  cohort.updatedAtMs = world.nowMs;
  keepMoment(world, cohort);
  return { facts: { cohortId } };
}
