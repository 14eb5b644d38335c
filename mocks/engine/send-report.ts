import { draw, PURPOSES } from "./chance.ts";
import { hearReport } from "./hear-report.ts";
import type { PackageState } from "./package-state.ts";
import type { World } from "./world.ts";

/** A report that is heard after the next one of its device. */
export type DelayedReport = {
  readonly about: PackageState;
  readonly state: number;
  readonly reason: number;
  readonly version: number;
  readonly target: number;
};

/**
 * A simulated device sends a report. On its way it may be doubled or fall behind the next one, as the faults in force say;
 * the device knows nothing of it. Source: contract.md, Clocks and the log (faults).
 */
export function sendReport(
  world: World,
  device: number,
  about: PackageState,
  state: number,
  reason: number,
  version: number,
  target: number,
): void {
  const { delayed, faults } = world;
  const late = delayed.get(device);
  if (late === undefined && strikes(world, device, PURPOSES.reordered, faults.reorderPercent)) {
    delayed.set(device, { about, state, reason, version, target });
    return;
  }
  const isDoubled = strikes(world, device, PURPOSES.duplicated, faults.duplicatePercent);
  hearReport(world, device, about, state, reason, version, target);
  if (isDoubled) hearReport(world, device, about, state, reason, version, target);
  if (late === undefined) return;
  delayed.delete(device);
  hearReport(world, device, late.about, late.state, late.reason, late.version, late.target);
}

function strikes(world: World, device: number, purpose: number, percent: number): boolean {
  if (percent <= 0) return false;
  return draw(world.seedHash, world.fleet.keys[device] ?? 0, purpose, world.messages) * 100 < percent;
}
