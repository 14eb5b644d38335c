import type { PackageId } from "#domain/ids.ts";
import { capacityFor, grownFloat64, grownInt32, grownUint32 } from "./columns.ts";

/** One package of a project, with the last report of every device about it. */
export type PackageState = {
  readonly id: PackageId;
  description: string;
  main: boolean;
  metadata: ReadonlyMap<string, string>;
  readonly createdAtMs: number;
  updatedAtMs: number;
  /** What each device last said; columns are as long as the last device that spoke. 0 is none. */
  reported: ReportColumns;
};

/** Last reports about one package by device; versions and targets interned, state and reason as sent. */
export type ReportColumns = {
  capacity: number;
  version: Uint32Array;
  target: Uint32Array;
  state: Int32Array;
  reason: Int32Array;
  /** 0: never reported. */
  atMs: Float64Array;
};

/** Nobody has said anything. */
export function newReportColumns(): ReportColumns {
  return {
    capacity: 0,
    version: new Uint32Array(0),
    target: new Uint32Array(0),
    state: new Int32Array(0),
    reason: new Int32Array(0),
    atMs: new Float64Array(0),
  };
}

/** Makes room for reports of devices up to row `device`. */
export function reserveReports(columns: ReportColumns, device: number): void {
  const capacity = capacityFor(device + 1, columns.capacity);
  if (capacity === columns.capacity) return;
  columns.capacity = capacity;
  columns.version = grownUint32(columns.version, capacity);
  columns.target = grownUint32(columns.target, capacity);
  columns.state = grownInt32(columns.state, capacity);
  columns.reason = grownInt32(columns.reason, capacity);
  columns.atMs = grownFloat64(columns.atMs, capacity);
}
