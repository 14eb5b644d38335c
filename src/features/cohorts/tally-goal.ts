import { cohortStanding } from "#domain/cohort-standing.ts";
import type { Cohort, CohortTally } from "#domain/cohort.ts";

/** What a number of the sentence above the list counts. */
export type TallyAbout = "moving" | "halted";

/**
 * The one cohort that a number of the sentence is about, when it counts one and that one is listed.
 * Otherwise the number leads to the list, trouble first.
 */
export function soleCohort<C extends Pick<Cohort, "activeDeployment">>(
  about: TallyAbout,
  tally: CohortTally,
  listed: readonly C[],
): C | undefined {
  return tally[about] === 1 ? listed.find((cohort) => cohortStanding(cohort) === about) : undefined;
}
