import { setContactMs } from "./device-instants.ts";
import { offeredRolloutFor, offeredRowOf } from "./device-places.ts";
import { isMarked, MARK, NONE, setMark } from "./fleet.ts";
import type { RolloutState } from "./rollout-state.ts";
import { isLiveAt } from "./selection-facts.ts";
import { FLAG } from "./target-columns.ts";
import { wake } from "./wake.ts";
import type { World } from "./world.ts";

/** A device was heard of, by whatever it did: it is there, and no longer counts as unavailable. */
export function heardOf(world: World, device: number): void {
  setContactMs(world.fleet, device, world.nowMs);
  if (!isMarked(world.fleet, device, MARK.unavailable)) return;
  const rollout = offeredRolloutFor(world, device);
  if (rollout !== undefined) countAvailable(world, rollout, offeredRowOf(world, device));
}

/** Counts a target as unavailable: silent for too long in its attempt, or failed by silence. Source: domain.md, Two budgets. */
export function countUnavailable(world: World, { pace, targets }: RolloutState, row: number): void {
  const flags = targets.flags[row] ?? 0;
  if ((flags & FLAG.unavailable) !== 0) return;
  targets.flags[row] = flags | FLAG.unavailable;
  setMark(world.fleet, targets.device[row] ?? NONE, MARK.unavailable, true);
  pace.unavailable += 1;
  if (isLiveAt(targets, row)) pace.silent += 1;
}

/** It counts no longer, so that another device may be offered; whether it did. */
export function countAvailable(world: World, rollout: RolloutState, row: number): boolean {
  const { pace, targets } = rollout;
  const flags = targets.flags[row] ?? 0;
  if ((flags & FLAG.unavailable) === 0) return false;
  targets.flags[row] = flags & ~FLAG.unavailable;
  setMark(world.fleet, targets.device[row] ?? NONE, MARK.unavailable, false);
  pace.unavailable -= 1;
  if (isLiveAt(targets, row)) pace.silent -= 1;
  wake(world, rollout);
  return true;
}

/** Whether a target counts as unavailable. */
export function isUnavailable({ targets }: RolloutState, row: number): boolean {
  return ((targets.flags[row] ?? 0) & FLAG.unavailable) !== 0;
}
