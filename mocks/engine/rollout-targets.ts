import { rememberWhatRuns } from "./offer.ts";
import type { RolloutState } from "./rollout-state.ts";
import { codeOf, countTarget, NO_REASON, reserveTargets, touchRow } from "./target-columns.ts";
import type { World } from "./world.ts";
import { setFirstInstants } from "./target-instants.ts";

/**
 * Makes a device a target of a phase of a rollout that knows it not yet; the answer is its row. It is what `newTarget`
 * makes, written out: a start does this a million times.
 */
export function addTarget(world: World, rollout: RolloutState, device: number, phase = 0): number {
  const { targets } = rollout;
  const row = targets.count;
  reserveTargets(targets, row + 1);
  targets.count = row + 1;
  targets.device[row] = device;
  targets.phase[row] = phase;
  targets.substate[row] = READY;
  targets.reason[row] = NO_REASON;
  setFirstInstants(targets.instants, row, world.nowMs);
  // Only the first targets are in the order of their devices; who comes later is looked up.
  if (row === targets.sortedCount && (row === 0 || (targets.device[row - 1] ?? 0) < device)) targets.sortedCount += 1;
  else targets.joined.set(device, row);
  rememberWhatRuns(rollout, row, device);
  countTarget(targets, phase, READY, 1);
  touchRow(targets, row);
  return row;
}

const READY = codeOf("waiting-offline");
