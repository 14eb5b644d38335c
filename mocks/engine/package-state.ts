import type { PackageId } from "#domain/ids.ts";
import { capacityFor, grownUint32 } from "./columns.ts";

/** One package of a project, with the last report of every device about it. */
export type PackageState = {
  readonly id: PackageId;
  description: string;
  main: boolean;
  metadata: ReadonlyMap<string, string>;
  readonly createdAtMs: number;
  updatedAtMs: number;
  /** What each device last said. */
  reported: ReportColumns;
};

/**
 * Last reports about one package by device, four words each, so that one look at memory tells all of it: version and
 * target (interned, 0 is none), state and reason (a byte each) beside the upper bits of the instant, its lower ones.
 */
export type ReportColumns = {
  /** Devices that have room. */
  capacity: number;
  words: Uint32Array;
  /** Codes that no byte holds, by device. */
  readonly odd: Map<number, { readonly state: number; readonly reason: number }>;
};

const WORDS = 4;
const CODES = 2;
const LOW_MS = 3;
const REASON_SHIFT = 8;
const HIGH_SHIFT = 16;
const ODD = 0xff;
const LOW_RANGE = 2 ** 32;

/** Nobody has said anything. */
export function newReportColumns(): ReportColumns {
  return { capacity: 0, words: new Uint32Array(0), odd: new Map() };
}

/** Makes room for reports of devices up to row `device`. */
export function reserveReports(columns: ReportColumns, device: number): void {
  const capacity = capacityFor(device + 1, columns.capacity);
  if (capacity === columns.capacity) return;
  columns.capacity = capacity;
  columns.words = grownUint32(columns.words, capacity * WORDS);
}

/** The version a device last reported, interned; 0: it named none, or never reported. */
export function reportedVersion({ words }: ReportColumns, device: number): number {
  return words[device * WORDS] ?? 0;
}

/** The version it last said it was going for, interned; 0: none. */
export function reportedTarget({ words }: ReportColumns, device: number): number {
  return words[device * WORDS + 1] ?? 0;
}

/** State and reason of the last report, as sent. */
export function reportedCodes({ words, odd }: ReportColumns, device: number) {
  const codes = words[device * WORDS + CODES] ?? 0;
  const known = { state: codes & ODD, reason: (codes >> REASON_SHIFT) & ODD };
  return known.state === ODD ? (odd.get(device) ?? known) : known;
}

/** When a device last reported, world ms; 0: never. */
export function reportedAtMs({ words }: ReportColumns, device: number): number {
  const high = (words[device * WORDS + CODES] ?? 0) >>> HIGH_SHIFT;
  return high * LOW_RANGE + (words[device * WORDS + LOW_MS] ?? 0);
}

/** Keeps a report, `atMs` below 2^48; the one before is forgotten. */
export function keepReport(
  columns: ReportColumns,
  device: number,
  version: number,
  target: number,
  state: number,
  reason: number,
  atMs: number,
): void {
  if (device >= columns.capacity) reserveReports(columns, device);
  const { words, odd } = columns;
  const isOdd = state >= ODD || reason >= ODD;
  if (isOdd) odd.set(device, { state, reason });
  else if (odd.size > 0) odd.delete(device);
  const first = device * WORDS;
  words[first] = version;
  words[first + 1] = target;
  words[first + CODES] =
    (isOdd ? ODD : state | (reason << REASON_SHIFT)) | (Math.floor(atMs / LOW_RANGE) << HIGH_SHIFT);
  words[first + LOW_MS] = atMs % LOW_RANGE;
}
