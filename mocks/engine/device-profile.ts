import { draw, PURPOSES } from "./chance.ts";
import { NONE } from "./fleet.ts";
import type { Simulation } from "./simulation.ts";
import type { World } from "./world.ts";

/** From the least to the most; where in between a device stands is drawn for each. */
export type Range = readonly [least: number, most: number];

/** How the devices of one blueprint live. What is drawn depends on the seed, the device and the instant alone. */
export type DeviceProfile = {
  /** How often a device is heard of when nothing happens. */
  readonly heartbeatMinutes: number;
  /** Share of devices that come and go for hours or days. */
  readonly offlinePercent: number;
  /** What the link carries, from the worst reception to the best. */
  readonly bytesPerSecond: Range;
  /** Share of downloads that break off with reason 8 where reception is worst; none where it is best. */
  readonly brokenDownloadPercent: number;
  readonly installSeconds: Range;
  readonly rebootSeconds: Range;
  /** Absent: on mains, always awake. */
  readonly battery?: Battery;
};

/** A battery that is charged and drained again and again, by the sun or by a shift. */
export type Battery = {
  /** Between heartbeats the radio is off: the device learns of anything new at its next heartbeat. */
  readonly sleeps: boolean;
  /** From full to full. */
  readonly cycleHours: Range;
  /** The charge at the end of a cycle. */
  readonly emptiestPercent: Range;
  /** Below this charge nothing is installed: a finished download waits. */
  readonly installsFromPercent: number;
};

/** How a device lives; absent for one whose blueprint has no profile. */
export function profileOf({ fleet, projects, simulation }: World, device: number): DeviceProfile | undefined {
  const blueprint = fleet.blueprint[device] ?? NONE;
  if (blueprint === NONE) return undefined;
  if (kept.simulation !== simulation || kept.projects !== projects) kept = { simulation, projects, byProject: [] };
  const project = fleet.project[device] ?? 0;
  const byBlueprint = (kept.byProject[project] ??= []);
  const known = byBlueprint[blueprint];
  if (known !== undefined) return known ?? undefined;
  const blueprintId = projects[project]?.blueprintIds[blueprint];
  const profile = blueprintId === undefined ? undefined : simulation.profiles[blueprintId];
  byBlueprint[blueprint] = profile ?? null;
  return profile;
}

type Kept = {
  readonly simulation: Simulation | undefined;
  readonly projects: World["projects"];
  /** By project, then by blueprint; `null`: it has none. */
  readonly byProject: (DeviceProfile | null)[][];
};

/** Profiles that were looked up last: every event asks several times, mostly of one world. */
let kept: Kept = { simulation: undefined, projects: [], byProject: [] };

/** How good the reception of a device is, from 0 (worst) up to 1; for good, it is where it stands. */
export function receptionOf({ fleet, seedHash }: World, device: number): number {
  return draw(seedHash, fleet.keys[device] ?? 0, PURPOSES.speed, 0);
}
