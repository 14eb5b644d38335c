import { capacityFor, grownFloat64, grownInt32 } from "./columns.ts";
import { createdAtMs, NONE } from "./fleet.ts";
import type { World } from "./world.ts";

/** Every device that changed its cohort after it was made, in order, with the cohort it came from (−1: none). */
export type MoveLog = { count: number; devices: Int32Array; from: Int32Array; times: Float64Array };

/** Nobody has moved. */
export function newMoveLog(): MoveLog {
  return { count: 0, devices: new Int32Array(0), from: new Int32Array(0), times: new Float64Array(0) };
}

/** Writes down that a device leaves the cohort it is in. Where it is put as it is made is told by where it is. */
export function keepMove({ fleet, moveLog, nowMs }: World, device: number): void {
  const from = fleet.cohort[device] ?? NONE;
  if (from === NONE && createdAtMs(fleet, device) === nowMs) return;
  const at = moveLog.count;
  const capacity = capacityFor(at + 1, moveLog.devices.length);
  if (capacity !== moveLog.devices.length) {
    moveLog.devices = grownInt32(moveLog.devices, capacity);
    moveLog.from = grownInt32(moveLog.from, capacity);
    moveLog.times = grownFloat64(moveLog.times, capacity);
  }
  moveLog.count = at + 1;
  moveLog.devices[at] = device;
  moveLog.from[at] = from;
  moveLog.times[at] = nowMs;
}

/** Where each device that moved after an instant was then; the others are where they were. */
export function cohortsBefore({ moveLog }: World, atMs: number): ReadonlyMap<number, number> {
  const cohorts = new Map<number, number>();
  for (let at = moveLog.count - 1; at >= 0 && (moveLog.times[at] ?? 0) > atMs; at -= 1) {
    cohorts.set(moveLog.devices[at] ?? NONE, moveLog.from[at] ?? NONE);
  }
  return cohorts;
}
