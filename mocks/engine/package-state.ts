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
 * Last reports about one package by device, three words each, so that one look at memory tells all of it: version and
 * target (interned, 0 is none, 16 bits each); state and reason (a byte each) beside the upper 16 bits of the instant; the
 * lower 32 of it.
 */
export type ReportColumns = {
  /** Devices that have room. */
  capacity: number;
  words: Uint32Array;
  /** What does not fit there, by device. */
  readonly odd: Map<number, OddReport>;
};

type OddReport = {
  readonly version: number;
  readonly target: number;
  readonly state: number;
  readonly reason: number;
};

/** Words of a device. */
export const REPORT_WORDS = 3;
const CODES = 1;
const LOW_MS = 2;
const TARGET_SHIFT = 16;
const REASON_SHIFT = 8;
const HIGH_SHIFT = 16;
/** A version and a code that stand for those of an odd report. */
const ODD_VERSION = 0xffff;
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
  columns.words = grownUint32(columns.words, capacity * REPORT_WORDS);
}

/** The version a device last reported, interned; 0: it named none, or never reported. */
export function reportedVersion({ odd, words }: ReportColumns, device: number): number {
  const version = (words[device * REPORT_WORDS] ?? 0) & ODD_VERSION;
  return version === ODD_VERSION ? (odd.get(device)?.version ?? 0) : version;
}

/** The same as far as the world has come: who looks at its past has not heard what was said since. */
export function knownVersion(columns: ReportColumns, device: number, nowMs: number): number {
  const version = reportedVersion(columns, device);
  return version !== 0 && reportedAtMs(columns, device) > nowMs ? 0 : version;
}

/** The version it last said it was going for, interned; 0: none. */
export function reportedTarget({ odd, words }: ReportColumns, device: number): number {
  const target = (words[device * REPORT_WORDS] ?? 0) >>> TARGET_SHIFT;
  return target === ODD_VERSION ? (odd.get(device)?.target ?? 0) : target;
}

/** State and reason of the last report, as sent. */
export function reportedCodes({ words, odd }: ReportColumns, device: number) {
  const codes = words[device * REPORT_WORDS + CODES] ?? 0;
  const state = codes & ODD;
  const rare = state === ODD ? odd.get(device) : undefined;
  return { state: rare?.state ?? state, reason: rare?.reason ?? (codes >> REASON_SHIFT) & ODD };
}

/** When a device last reported, world ms; 0: never. */
export function reportedAtMs({ words }: ReportColumns, device: number): number {
  const high = (words[device * REPORT_WORDS + CODES] ?? 0) >>> HIGH_SHIFT;
  return high * LOW_RANGE + (words[device * REPORT_WORDS + LOW_MS] ?? 0);
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
  const isOdd = state >= ODD || reason >= ODD || version >= ODD_VERSION || target >= ODD_VERSION;
  if (isOdd) odd.set(device, { version, target, state, reason });
  else if (odd.size > 0) odd.delete(device);
  const first = device * REPORT_WORDS;
  words[first] = isOdd ? ODD_VERSION | (ODD_VERSION << TARGET_SHIFT) : version | (target << TARGET_SHIFT);
  words[first + CODES] =
    (isOdd ? ODD : state | (reason << REASON_SHIFT)) | (Math.floor(atMs / LOW_RANGE) << HIGH_SHIFT);
  words[first + LOW_MS] = atMs % LOW_RANGE;
}
