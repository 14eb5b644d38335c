import { DEVICE_SORTS } from "#domain/device.ts";
import type { DeviceFilter, DeviceSort } from "#domain/device.ts";
import type { BlueprintId, CohortId, TagId } from "#domain/ids.ts";
import { flag, freeText, ids, oneOf, wholeNumber } from "#navigation/search-params.ts";
import type { SearchParam } from "#navigation/search-params.ts";
import type { SearchValues } from "#navigation/url-state.ts";

/** Devices on one page. */
export const DEVICES_PER_PAGE = 25;

/** The cohorts offered as a filter, and known by name: those of a project that is not huge. */
export const COHORTS_TO_CHOOSE_FROM = { sort: "name", page: 0, perPage: 100 } as const;

/** In the address: only devices of no cohort, which is what one looks for first. No cohort has this id. */
export const NO_COHORT = "none";
/** In the address: devices of any cohort or none. No cohort has this id. */
export const ANY_COHORT = "any";

/** What the lists of members, and of devices to add, keep in their address. */
export const membersSearch = {
  /** Devices are being added; the list is then of those that could be. */
  add: flag(),
  term: freeText(100),
  tag: ids<TagId>(20),
  blueprint: ids<BlueprintId>(20),
  /** While adding: the cohort the devices are in now, `NO_COHORT` or `ANY_COHORT`. */
  cohort: cohortWord(),
  sort: oneOf(DEVICE_SORTS, "name"),
  page: wholeNumber(0, 0, 1_000_000),
};

/** Those values, read. */
export type MembersSearch = SearchValues<typeof membersSearch>;

/** What narrows the list of a cohort's members. */
function membersFilterOf(search: MembersSearch, cohortId: CohortId): DeviceFilter {
  return { ...filterOf(search), cohortId };
}

/** What narrows the list of devices that could be added. */
function candidatesFilterOf(search: MembersSearch): DeviceFilter {
  if (search.cohort === ANY_COHORT) return filterOf(search);
  if (search.cohort === NO_COHORT) return { ...filterOf(search), withoutCohort: true };
  return { ...filterOf(search), cohortId: cohortIdOf(search.cohort) };
}

/** One page of devices, as it is asked for. */
export type DevicesQuery = {
  readonly filter: DeviceFilter;
  readonly sort: DeviceSort;
  readonly page: number;
  readonly perPage: number;
  readonly facets: boolean;
};

/** The list that an address asks for: of members, or of devices to add with the cohorts they are in. */
export function devicesQueryOf(search: MembersSearch, cohortId: CohortId): DevicesQuery {
  const { add, sort, page } = search;
  const filter = add ? candidatesFilterOf(search) : membersFilterOf(search, cohortId);
  return { filter, sort, page, perPage: DEVICES_PER_PAGE, facets: add };
}

/** The order that a table names; one that no list of devices has is by name. */
export function deviceSortOf(value: string): DeviceSort {
  return DEVICE_SORTS.find((known) => known === value) ?? "name";
}

/** A change of what is listed starts again at the first page. */
export function listing(change: Partial<MembersSearch>): Partial<MembersSearch> {
  return { ...change, page: 0 };
}

/** What was searched for and chosen by hand, taken away. */
export const NO_WORDS: Partial<MembersSearch> = listing({ term: "", tag: [], blueprint: [] });

/** Everything that narrows the list, taken away; devices to add are then those of any cohort. */
export const NO_FILTER: Partial<MembersSearch> = { ...NO_WORDS, cohort: ANY_COHORT };

/** Whether something is searched for or chosen by hand. */
export function hasWords({ term, tag, blueprint }: MembersSearch): boolean {
  return term !== "" || tag.length > 0 || blueprint.length > 0;
}

/** Whether the address narrows the list at all. */
export function isFiltered(search: MembersSearch): boolean {
  return hasWords(search) || (search.add && search.cohort !== ANY_COHORT);
}

function filterOf({ term, tag, blueprint }: MembersSearch): DeviceFilter {
  return {
    ...(term === "" ? {} : { term }),
    ...(tag.length === 0 ? {} : { tagIds: tag }),
    ...(blueprint.length === 0 ? {} : { blueprintIds: blueprint }),
  };
}

function cohortWord(): SearchParam<string> {
  const text = freeText(64);
  const parse = (values: readonly string[]) => (text.parse(values) === "" ? NO_COHORT : text.parse(values));
  return { fallback: NO_COHORT, parse, format: text.format };
}

function cohortIdOf(text: string): CohortId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: an id is whatever the address says it is
  return text as CohortId;
}
