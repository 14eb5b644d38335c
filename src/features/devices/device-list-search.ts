import { DEVICE_SORTS } from "#domain/device.ts";
import type { DeviceFilter, DeviceSort } from "#domain/device.ts";
import type { BlueprintId, CohortId, TagId } from "#domain/ids.ts";
import { isPackageVersion } from "#domain/package-version.ts";
import { freeText, ids, oneOf, wholeNumber } from "#navigation/search-params.ts";
import type { SearchValues } from "#navigation/url-state.ts";

/** Devices on one page of the list. */
export const DEVICES_PER_PAGE = 25;

/** In the address: only devices of no cohort. No cohort has this id. */
export const NO_COHORT = "none";

/** What the list of devices keeps in its address. */
export const deviceListSearch = {
  term: freeText(100),
  tag: ids<TagId>(20),
  blueprint: ids<BlueprintId>(20),
  /** A cohort's id, or `NO_COHORT`. */
  cohort: freeText(64),
  state: oneOf(["enabled", "disabled"], undefined),
  /** `main@2.0.0`: devices whose last report of `main` says so. */
  running: freeText(130),
  sort: oneOf(DEVICE_SORTS, "name"),
  page: wholeNumber(0, 0, 1_000_000),
};

/** Those values, read. */
export type DeviceListSearch = SearchValues<typeof deviceListSearch>;

/** One page of devices, as it is asked for. */
export type DeviceListQuery = {
  readonly filter: DeviceFilter;
  readonly sort: DeviceSort;
  readonly page: number;
  readonly perPage: number;
  readonly facets: boolean;
};

/** The list that an address asks for. A base-only backend is asked for what it knows. */
export function deviceListQueryOf(search: DeviceListSearch, hasFleet: boolean): DeviceListQuery {
  const { sort, page } = search;
  return { filter: filterOf(search), sort, page, perPage: DEVICES_PER_PAGE, facets: hasFleet };
}

/** A change of what is listed starts again at the first page. */
export function listing(change: Partial<DeviceListSearch>): Partial<DeviceListSearch> {
  return { ...change, page: 0 };
}

/** Everything that narrows the list, taken away. */
export const NO_FILTER: Partial<DeviceListSearch> = listing({
  term: "",
  tag: [],
  blueprint: [],
  cohort: "",
  state: undefined,
  running: "",
});

/** Whether the address narrows the list at all. */
export function isFiltered(search: DeviceListSearch): boolean {
  return Object.keys(filterOf(search)).length > 0;
}

function filterOf({ term, tag, blueprint, cohort, state, running }: DeviceListSearch): DeviceFilter {
  return {
    ...(term === "" ? {} : { term }),
    ...(tag.length === 0 ? {} : { tagIds: tag }),
    ...(blueprint.length === 0 ? {} : { blueprintIds: blueprint }),
    ...placeOf(cohort),
    ...(state === undefined ? {} : { enabled: state === "enabled" }),
    ...(isPackageVersion(running) ? { packageVersion: running } : {}),
  };
}

function placeOf(cohort: string): Pick<DeviceFilter, "cohortId" | "withoutCohort"> {
  if (cohort === "") return {};
  return cohort === NO_COHORT ? { withoutCohort: true } : { cohortId: cohortIdOf(cohort) };
}

function cohortIdOf(text: string): CohortId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: an id is whatever the address says it is
  return text as CohortId;
}
