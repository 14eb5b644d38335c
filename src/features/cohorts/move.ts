import type { Device, DeviceFacets, DeviceFilter } from "#domain/device.ts";
import type { CohortId, DeviceId } from "#domain/ids.ts";

/** Which devices are to be added: some picked by hand, or all that a filter matches. */
export type Choice =
  | { readonly kind: "picked"; readonly devices: ReadonlyMap<DeviceId, Picked> }
  | { readonly kind: "matching"; readonly filter: DeviceFilter; readonly total: number; readonly facets: DeviceFacets };

/** A device picked by hand, as it was when it was picked. */
export type Picked = Pick<Device, "id" | "name" | "cohortId">;

/** Where the chosen devices come from. The counts sum to all that were chosen. */
export type Move = {
  readonly chosen: number;
  /** Of them, how many are in the cohort already and do not move. */
  readonly alreadyHere: number;
  readonly fromNoCohort: number;
  /** The cohorts that lose devices, the one that loses most first. */
  readonly leaving: readonly { readonly cohortId: CohortId; readonly count: number }[];
};

/** What adding the chosen devices to `to` moves. */
export function moveOf(choice: Choice, to: CohortId): Move {
  const origins = choice.kind === "picked" ? originsOfPicked(choice.devices) : originsOfMatching(choice);
  const chosen = [...origins.values()].reduce((sum, count) => sum + count, 0);
  const leaving = [...origins]
    .flatMap(([cohortId, count]) => (cohortId === undefined || cohortId === to ? [] : [{ cohortId, count }]))
    .toSorted((a, b) => b.count - a.count);
  return { chosen, alreadyHere: origins.get(to) ?? 0, fromNoCohort: origins.get(undefined) ?? 0, leaving };
}

/** How many devices the act moves. */
export function movedCount({ chosen, alreadyHere }: Pick<Move, "chosen" | "alreadyHere">): number {
  return chosen - alreadyHere;
}

/** How many devices are chosen. */
export function chosenCount(choice: Choice): number {
  return choice.kind === "picked" ? choice.devices.size : choice.total;
}

/** The picked devices with some more of them, or without them. */
export function picking(choice: Choice, devices: readonly Picked[], picked: boolean): Choice {
  const before = choice.kind === "picked" ? choice.devices : new Map<DeviceId, Picked>();
  const rest = [...before.values()].filter(({ id }) => devices.every((device) => device.id !== id));
  const all = picked ? [...rest, ...devices] : rest;
  return { kind: "picked", devices: new Map(all.map((device) => [device.id, device])) };
}

/** All that a filter matches, as many as they are now and wherever they are. */
export function matching(filter: DeviceFilter, total: number, facets: DeviceFacets): Choice {
  return { kind: "matching", filter, total, facets };
}

/** Nothing is known of where devices are. */
export const NO_FACETS: DeviceFacets = { cohort: [], blueprint: [] };

/** No device is chosen. */
export const NOTHING_CHOSEN: Choice = { kind: "picked", devices: new Map() };

type Origins = ReadonlyMap<CohortId | undefined, number>;

function originsOfPicked(devices: ReadonlyMap<DeviceId, Picked>): Origins {
  const origins = new Map<CohortId | undefined, number>();
  for (const { cohortId } of devices.values()) origins.set(cohortId, (origins.get(cohortId) ?? 0) + 1);
  return origins;
}

function originsOfMatching({ facets, total }: Extract<Choice, { kind: "matching" }>): Origins {
  const inCohorts = facets.cohort.filter(({ value }) => value !== "");
  const inNone = total - inCohorts.reduce((sum, { count }) => sum + count, 0);
  return new Map<CohortId | undefined, number>([
    ...inCohorts.map(({ value, count }) => [cohortIdOf(value), count] as const),
    ...(inNone > 0 ? [[undefined, inNone] as const] : []),
  ]);
}

function cohortIdOf(facetValue: string): CohortId {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: the values of this facet are cohort ids
  return facetValue as CohortId;
}
