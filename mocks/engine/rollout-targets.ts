import { newTarget } from "#domain/life.ts";
import { rememberWhatRuns } from "./offer.ts";
import type { RolloutState } from "./rollout-state.ts";
import { reserveTargets } from "./target-columns.ts";
import { addLife } from "./target-lives.ts";
import type { World } from "./world.ts";
import { INSTANT, setInstant } from "./target-instants.ts";

/** Makes a device a target of a phase of a rollout that knows it not yet; the answer is its row. */
export function addTarget(world: World, rollout: RolloutState, device: number, phase = 0): number {
  const { targets } = rollout;
  const row = targets.count;
  reserveTargets(targets, row + 1);
  targets.count = row + 1;
  targets.device[row] = device;
  targets.phase[row] = phase;
  setInstant(targets.instants, row, INSTANT.created, world.nowMs);
  // Only the first targets are in the order of their devices; who comes later is looked up.
  if (row === targets.sortedCount && (row === 0 || (targets.device[row - 1] ?? 0) < device)) targets.sortedCount += 1;
  else targets.joined.set(device, row);
  rememberWhatRuns(rollout, row, device);
  addLife(targets, row, newTarget(world.nowMs));
  return row;
}
