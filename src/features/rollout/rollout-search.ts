import type { TargetFilter, TargetSort } from "#domain/target.ts";
import { BUCKETS, SUBSTATES, TARGET_SORTS } from "#domain/target.ts";
import { anyOf, flag, freeText, oneOf, wholeNumber } from "#navigation/search-params.ts";
import type { SearchValues } from "#navigation/url-state.ts";

/** How many devices a page of the list can hold; never more rows than a browser lays out at once. */
export const PAGE_SIZES = ["25", "50", "100"] as const;

/** What the rollout keeps in its address. */
export const rolloutSearch = {
  bucket: anyOf(BUCKETS),
  substate: anyOf(SUBSTATES),
  stuck: flag(),
  term: freeText(100),
  sort: oneOf(TARGET_SORTS, "trouble"),
  page: wholeNumber(0, 0, 1_000_000),
  perPage: oneOf(PAGE_SIZES, "25"),
};

/** Those values, read. */
export type RolloutSearch = SearchValues<typeof rolloutSearch>;

/** One page of devices, as it is asked for. */
export type TargetsQuery = {
  readonly filter: TargetFilter;
  readonly sort: TargetSort;
  readonly page: number;
  readonly perPage: number;
};

/** The list that an address asks for. */
export function targetsQueryOf(search: RolloutSearch): TargetsQuery {
  return {
    filter: {
      ...(search.bucket.length === 0 ? {} : { buckets: search.bucket }),
      ...(search.substate.length === 0 ? {} : { substates: search.substate }),
      ...(search.stuck ? { stuck: true } : {}),
      ...(search.term === "" ? {} : { term: search.term }),
    },
    sort: search.sort,
    page: search.page,
    perPage: Number(search.perPage),
  };
}

/** A change of what is listed starts again at the first page. */
export function listing(change: Partial<RolloutSearch>): Partial<RolloutSearch> {
  return { ...change, page: 0 };
}

/** Everything that narrows the list, taken away. */
export const NO_FILTER: Partial<RolloutSearch> = listing({ bucket: [], substate: [], stuck: false, term: "" });

/** Whether the address narrows the list at all. */
export function isFiltered(search: RolloutSearch): boolean {
  return search.bucket.length > 0 || search.substate.length > 0 || search.stuck || search.term !== "";
}
