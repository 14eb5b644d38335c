import {
  capacityFor,
  grownCounts,
  grownFloat64,
  grownInt32,
  grownInts,
  withCount,
  withInt,
  type NarrowCounts,
  type NarrowInts,
} from "./columns.ts";
import type { PackageState } from "./package-state.ts";

/** How many reports of a project are kept; older ones are forgotten. */
export const OTA_EVENTS_KEPT = 200_000;

/** The reports of a project as they came in, a ring once it is full. Texts are interned. */
export type OtaEventColumns = {
  /** How many ever came; number n stands at `n % OTA_EVENTS_KEPT`. */
  count: number;
  capacity: number;
  devices: Int32Array;
  packages: NarrowCounts;
  states: NarrowInts;
  reasons: NarrowInts;
  versions: NarrowCounts;
  targets: NarrowCounts;
  times: Float64Array;
  /** Packages by the number that stands for them here. */
  readonly named: PackageState[];
};

/** No reports yet. */
export function newOtaEventColumns(): OtaEventColumns {
  return {
    count: 0,
    capacity: 0,
    devices: new Int32Array(0),
    packages: new Uint8Array(0),
    states: new Int8Array(0),
    reasons: new Int8Array(0),
    versions: new Uint8Array(0),
    targets: new Uint8Array(0),
    times: new Float64Array(0),
    named: [],
  };
}

/** Writes down one report. */
export function keepOtaEvent(
  columns: OtaEventColumns,
  device: number,
  about: PackageState,
  state: number,
  reason: number,
  version: number,
  target: number,
  atMs: number,
): void {
  if (columns.count === columns.capacity && columns.capacity < OTA_EVENTS_KEPT) grow(columns);
  const at = columns.count % OTA_EVENTS_KEPT;
  columns.count += 1;
  columns.devices[at] = device;
  columns.packages = withCount(columns.packages, at, numberOfPackage(columns, about));
  columns.states = withInt(columns.states, at, state);
  columns.reasons = withInt(columns.reasons, at, reason);
  columns.versions = withCount(columns.versions, at, version);
  columns.targets = withCount(columns.targets, at, target);
  columns.times[at] = atMs;
}

function numberOfPackage({ named }: OtaEventColumns, about: PackageState): number {
  const known = named.indexOf(about);
  return known >= 0 ? known : named.push(about) - 1;
}

function grow(columns: OtaEventColumns): void {
  const capacity = Math.min(OTA_EVENTS_KEPT, capacityFor(columns.count + 1, columns.capacity));
  columns.capacity = capacity;
  columns.devices = grownInt32(columns.devices, capacity);
  columns.packages = grownCounts(columns.packages, capacity);
  columns.states = grownInts(columns.states, capacity);
  columns.reasons = grownInts(columns.reasons, capacity);
  columns.versions = grownCounts(columns.versions, capacity);
  columns.targets = grownCounts(columns.targets, capacity);
  columns.times = grownFloat64(columns.times, capacity);
}
