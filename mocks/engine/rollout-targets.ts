import { withCount, type NarrowCounts } from "./columns.ts";
import { NONE } from "./fleet.ts";
import { rememberWhatRuns } from "./offer.ts";
import { reportedVersion } from "./package-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { codeOf, countTarget, NO_REASON, reserveTargets, touchRow } from "./target-columns.ts";
import type { World } from "./world.ts";
import { setFirstInstants, setInstantsOfFirst } from "./target-instants.ts";

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

/**
 * Makes everybody a target whom a test takes, one device after the other, of a rollout that has none: what `addTarget`
 * makes of each, column by column, because a start does this a million times.
 */
export function addFirstTargets(
  world: World,
  rollout: RolloutState,
  most: number,
  isMeant: (device: number) => boolean,
): void {
  const { components, targets } = rollout;
  reserveTargets(targets, most);
  let count = 0;
  for (let device = 0; device < world.fleet.count && count < most; device += 1) {
    if (!isMeant(device)) continue;
    targets.device[count] = device;
    count += 1;
  }
  targets.count = count;
  targets.sortedCount = count;
  targets.substate.fill(READY, 0, count);
  targets.reason.fill(NO_REASON, 0, count);
  setInstantsOfFirst(targets.instants, count, world.nowMs);
  components.forEach(({ about }, at) => {
    let from: NarrowCounts = targets.from[at] ?? new Uint8Array(count);
    for (let row = 0; row < count; row += 1) {
      from = withCount(from, row, reportedVersion(about.reported, targets.device[row] ?? NONE));
    }
    targets.from[at] = from;
  });
  countTarget(targets, 0, READY, count);
  for (let row = 0; row < count; row += 1) touchRow(targets, row);
}

const READY = codeOf("waiting-offline");
