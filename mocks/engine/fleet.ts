import { UNKNOWN_HEARTBEAT_MINUTES } from "#domain/device.ts";
import { minutes } from "#lib/duration.ts";
import {
  capacityFor,
  grownCounts,
  grownInts,
  grownUint32,
  grownUint8,
  withCount,
  withInt,
  type NarrowCounts,
  type NarrowInts,
} from "./columns.ts";
import { DEVICE_WORDS } from "./device-words.ts";

/** Marks of a device, one bit each. */
export const MARK = {
  enabled: 1,
  deleted: 2,
  /** Made by hand or spoken for over HTTP: the engine never acts for it. */
  external: 4,
  /** Put into its cohort by someone; wins over dynamic cohorts. */
  manual: 8,
  /** An ask is planned already. */
  asks: 16,
  /** Silent for too long in an attempt, or failed by silence and unseen since. */
  unavailable: 128,
  /** Forced offline, and its ask was put off for that. */
  asksLater: 32,
  /** Forced offline, and its next step was put off for that. */
  stepsLater: 64,
} as const;

/** In a column that holds an index: none. */
export const NONE = -1;

/**
 * Every device of a world as columns; a device is its row. What it reported stands with the package (`PackageState`).
 */
export type Fleet = {
  count: number;
  capacity: number;
  /** `fnv1a` of the device's id: orders rollouts, seeds every draw. */
  keys: Uint32Array;
  project: NarrowCounts;
  cohort: NarrowInts;
  blueprint: NarrowInts;
  tagSet: NarrowCounts;
  marks: Uint8Array;
  heartbeatMinutes: NarrowCounts;
  /** From which device on they were made when; they come in the order of time. See `createdAtMs`. */
  readonly created: { readonly firstDevice: number; readonly atMs: number }[];
  /** When somebody last changed a device; not of those that are as they were made. See `updatedAtMs`. */
  readonly updated: Map<number, number>;
  /** What moves while it updates; see device-words.ts. */
  words: Uint32Array;
};

/** A fleet without devices. */
export function newFleet(): Fleet {
  return {
    count: 0,
    capacity: 0,
    keys: new Uint32Array(0),
    project: new Uint8Array(0),
    cohort: new Int8Array(0),
    blueprint: new Int8Array(0),
    tagSet: new Uint8Array(0),
    marks: new Uint8Array(0),
    heartbeatMinutes: new Uint8Array(0),
    created: [],
    updated: new Map(),
    words: new Uint32Array(0),
  };
}

/** Adds a device that nothing is known of yet and that is enabled; the answer is its row. Its key: `deviceKeys`. */
export function addDeviceRow(fleet: Fleet, key: number, project: number, atMs: number): number {
  const row = fleet.count;
  reserveDevices(fleet, row + 1);
  fleet.count = row + 1;
  fleet.keys[row] = key;
  fleet.project = withCount(fleet.project, row, project);
  fleet.cohort[row] = NONE;
  fleet.blueprint[row] = NONE;
  fleet.marks[row] = MARK.enabled;
  setHeartbeatMinutes(fleet, row, UNKNOWN_HEARTBEAT_MINUTES);
  if (fleet.created.at(-1)?.atMs !== atMs) fleet.created.push({ firstDevice: row, atMs });
  return row;
}

/** Makes room for `count` devices in all. */
export function reserveDevices(fleet: Fleet, count: number): void {
  const capacity = capacityFor(count, fleet.capacity);
  if (capacity === fleet.capacity) return;
  fleet.capacity = capacity;
  fleet.keys = grownUint32(fleet.keys, capacity);
  fleet.project = grownCounts(fleet.project, capacity);
  fleet.cohort = grownInts(fleet.cohort, capacity);
  fleet.blueprint = grownInts(fleet.blueprint, capacity);
  fleet.tagSet = grownCounts(fleet.tagSet, capacity);
  fleet.marks = grownUint8(fleet.marks, capacity);
  fleet.heartbeatMinutes = grownCounts(fleet.heartbeatMinutes, capacity);
  fleet.words = grownUint32(fleet.words, capacity * DEVICE_WORDS);
}

/** Puts a device into a cohort, by index; −1: into none. */
export function setCohort(fleet: Fleet, device: number, cohort: number): void {
  fleet.cohort = withInt(fleet.cohort, device, cohort);
}

/** Says of which blueprint a device is, by its number in the project; −1: of none. */
export function setBlueprint(fleet: Fleet, device: number, blueprint: number): void {
  fleet.blueprint = withInt(fleet.blueprint, device, blueprint);
}

/** Says which set of tags a device has, by its number in the project. */
export function setTagSet(fleet: Fleet, device: number, tagSet: number): void {
  fleet.tagSet = withCount(fleet.tagSet, device, tagSet);
}

/** Says how often a device reports when nothing happens. */
export function setHeartbeatMinutes(fleet: Fleet, device: number, every: number): void {
  fleet.heartbeatMinutes = withCount(fleet.heartbeatMinutes, device, every);
}

/** When a device was made, world ms. */
export function createdAtMs({ created }: Fleet, device: number): number {
  return created.findLast(({ firstDevice }) => firstDevice <= device)?.atMs ?? 0;
}

/** When a device was made or somebody last changed it, world ms. */
export function updatedAtMs(fleet: Fleet, device: number): number {
  return fleet.updated.get(device) ?? createdAtMs(fleet, device);
}

/** How often a device reports when nothing happens, in ms. */
export function heartbeatMsOf(fleet: Fleet, device: number): number {
  return minutes(fleet.heartbeatMinutes[device] ?? UNKNOWN_HEARTBEAT_MINUTES);
}

/** Whether a device carries a mark. */
export function isMarked(fleet: Fleet, device: number, mark: number): boolean {
  return ((fleet.marks[device] ?? 0) & mark) !== 0;
}

/** Sets or clears a mark. */
export function setMark(fleet: Fleet, device: number, mark: number, on: boolean): void {
  const marks = fleet.marks[device] ?? 0;
  fleet.marks[device] = on ? marks | mark : marks & ~mark;
}

/** Whether the engine acts for the device: seeded, enabled, and never spoken for over HTTP. */
export function isSimulated(fleet: Fleet, device: number): boolean {
  return ((fleet.marks[device] ?? 0) & (MARK.enabled | MARK.deleted | MARK.external)) === MARK.enabled;
}
