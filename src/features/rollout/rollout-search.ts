import type { TargetFilter, TargetSort } from "#domain/target.ts";
import { bucketOf, BUCKETS, SUBSTATES, TARGET_SORTS } from "#domain/target.ts";
import { anyOf, flag, freeText, numbers, oneOf, wholeNumber } from "#navigation/search-params.ts";
import type { SearchValues } from "#navigation/url-state.ts";

/** How many devices a page of the list can hold; never more rows than a browser lays out at once. */
export const PAGE_SIZES = ["25", "50", "100"] as const;

/** What the rollout keeps in its address. */
export const rolloutSearch = {
  bucket: anyOf(BUCKETS),
  substate: anyOf(SUBSTATES),
  stuck: flag(),
  /** Phases as people count them, from 1. */
  phase: numbers(1, 100),
  reason: numbers(0, 255),
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
      ...(search.phase.length === 0 ? {} : { phases: search.phase.map((phase) => phase - 1) }),
      ...(search.reason.length === 0 ? {} : { reasons: search.reason }),
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
export const NO_FILTER: Partial<RolloutSearch> = listing({
  bucket: [],
  substate: [],
  stuck: false,
  phase: [],
  reason: [],
  term: "",
});

/** Whether the address narrows the list at all. */
export function isFiltered(search: RolloutSearch): boolean {
  const { bucket, substate, phase, reason, stuck, term } = search;
  return [bucket, substate, phase, reason].some(({ length }) => length > 0) || stuck || term !== "";
}

/** Whether the list is narrowed to devices that another attempt can be given to, and to no others. */
export function areRetriable({ bucket, substate }: Pick<RolloutSearch, "bucket" | "substate">): boolean {
  const buckets = substate.length > 0 ? substate.map(bucketOf) : bucket;
  return buckets.length > 0 && buckets.every((one) => one === "failed" || one === "cancelled");
}
