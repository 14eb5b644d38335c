import { COHORT_SORTS } from "#domain/cohort.ts";
import type { CohortSort } from "#domain/cohort.ts";
import { freeText, oneOf, wholeNumber } from "#navigation/search-params.ts";
import type { SearchValues } from "#navigation/url-state.ts";

/** Cohorts on one page of the list. */
export const COHORTS_PER_PAGE = 50;

/** What the list of cohorts keeps in its address. */
export const cohortListSearch = {
  term: freeText(100),
  sort: oneOf(COHORT_SORTS, "trouble"),
  page: wholeNumber(0, 0, 100_000),
};

/** One page of cohorts, as it is asked for. */
export type CohortListQuery = {
  readonly term?: string;
  readonly sort: CohortSort;
  readonly page: number;
  readonly perPage: number;
};

/** The list that an address asks for. */
export function cohortListQueryOf({ term, sort, page }: SearchValues<typeof cohortListSearch>): CohortListQuery {
  return { ...(term === "" ? {} : { term }), sort, page, perPage: COHORTS_PER_PAGE };
}

/** "Trouble first. 7 of 12 shown." */
export const sortWords = {
  trouble: "Trouble first",
  name: "Name, A to Z",
  "-name": "Name, Z to A",
  devices: "Fewest devices first",
  "-devices": "Most devices first",
  started: "Longest unchanged first",
  "-started": "Latest deployment first",
} as const satisfies Record<CohortSort, string>;
