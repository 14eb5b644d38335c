import type { BlueprintId, CohortId, ProjectId, TagId } from "#domain/ids.ts";
import { OTA_STATE_NUMBER } from "#domain/report.ts";
import { draw, PURPOSES } from "./chance.ts";
import { profileOf } from "./device-profile.ts";
import { setContactMs } from "./device-instants.ts";
import { addDeviceRow, NONE, reserveDevices, setBlueprint, setHeartbeatMinutes, setTagSet } from "./fleet.ts";
import { deviceKeys } from "./ids.ts";
import { numberOf, type Interner } from "./interner.ts";
import { assignDevice, settleMembership } from "./membership.ts";
import { keepReport, reserveReports, type PackageState } from "./package-state.ts";
import { tagSetNumber, type ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/** Devices to seed a world with. They are simulated, and have reported what they run just now. */
export type FleetSeed = {
  readonly projectId: ProjectId;
  readonly count: number;
  /** Names are the prefix and a number, e.g. `pump-0001`; they must not meet names that are taken. */
  readonly namePrefix: string;
  /** Default 1. */
  readonly firstNumber?: number;
  /** Digits of the number, default as many as the last one has. */
  readonly digits?: number;
  readonly hardwarePrefix?: string;
  readonly blueprintId?: BlueprintId;
  readonly tagIds?: readonly TagId[];
  readonly cohortId?: CohortId;
  /** What they run: one version of a package, or versions with their weights. */
  readonly versions: Readonly<Record<string, string | Readonly<Record<string, number>>>>;
  /** Default: what the blueprint's profile says, else 5. */
  readonly heartbeatMinutes?: number;
};

/** The rows that a fleet got: from `firstDevice` on, `count` of them. Their ids: `deviceIdAt` in ids.ts. */
export type FleetRows = { readonly firstDevice: number; readonly count: number };

/**
 * Adds a simulated fleet in bulk; for building worlds, not for a running one's log.
 * @throws when the project, cohort, blueprint or a package does not exist: a seed that names them is wrong.
 */
export function addFleet(world: World, seed: FleetSeed): FleetRows {
  const project = world.projectsById.get(seed.projectId);
  if (project === undefined) throw new Error(`No project ${seed.projectId} to add devices to.`);
  const { fleet } = world;
  const firstDevice = fleet.count;
  nameRange(world, seed, firstDevice);
  reserveDevices(fleet, firstDevice + seed.count);
  const blueprint = seed.blueprintId === undefined ? NONE : project.blueprintIds.indexOf(seed.blueprintId);
  const tagSet = tagSetNumber(project, seed.tagIds ?? []);
  const keyOf = deviceKeys(world.seedHash);
  for (let at = 0; at < seed.count; at += 1) {
    const device = addDeviceRow(fleet, keyOf(fleet.count), project.index, world.nowMs);
    setBlueprint(fleet, device, blueprint);
    setTagSet(fleet, device, tagSet);
    const heartbeatMinutes = seed.heartbeatMinutes ?? profileOf(world, device)?.heartbeatMinutes ?? 5;
    setHeartbeatMinutes(fleet, device, heartbeatMinutes);
    setContactMs(fleet, device, world.nowMs);
  }
  reportVersions(world, project, seed, firstDevice);
  placeFleet(world, project, seed, firstDevice);
  return { firstDevice, count: seed.count };
}

function nameRange(world: World, seed: FleetSeed, firstDevice: number): void {
  const firstNumber = seed.firstNumber ?? 1;
  world.names.ranges.push({
    firstDevice,
    count: seed.count,
    prefix: seed.namePrefix,
    firstNumber,
    digits: seed.digits ?? String(firstNumber + seed.count - 1).length,
    hardwarePrefix: seed.hardwarePrefix ?? seed.namePrefix,
  });
  world.names.revision += 1;
}

function reportVersions(world: World, project: ProjectState, seed: FleetSeed, firstDevice: number): void {
  for (const [packageId, versions] of Object.entries(seed.versions)) {
    const about = packageNamed(project, packageId);
    reserveReports(about.reported, firstDevice + seed.count - 1);
    const choose = chooser(world.texts, typeof versions === "string" ? { [versions]: 1 } : versions);
    for (let device = firstDevice; device < firstDevice + seed.count; device += 1) {
      const unit = draw(world.seedHash, world.fleet.keys[device] ?? 0, PURPOSES.firstVersion, packageId.length);
      keepReport(about.reported, device, choose(unit), 0, OTA_STATE_NUMBER.idle, 0, world.nowMs);
    }
  }
}

function chooser(texts: Interner, weights: Readonly<Record<string, number>>): (unit: number) => number {
  const entries = Object.entries(weights).map(([version, weight]) => ({ version: numberOf(texts, version), weight }));
  const whole = entries.reduce((sum, { weight }) => sum + weight, 0);
  return (unit) => {
    let rest = unit * whole;
    for (const { version, weight } of entries) {
      rest -= weight;
      if (rest < 0) return version;
    }
    return entries.at(-1)?.version ?? 0;
  };
}

function placeFleet(world: World, project: ProjectState, seed: FleetSeed, firstDevice: number): void {
  const cohort = seed.cohortId === undefined ? undefined : project.cohorts.get(seed.cohortId);
  if (seed.cohortId !== undefined && cohort === undefined)
    throw new Error(`No cohort ${seed.cohortId} to add devices to.`);
  for (let device = firstDevice; device < firstDevice + seed.count; device += 1) {
    if (cohort === undefined) settleMembership(world, device);
    else assignDevice(world, device, cohort.index);
  }
}

function packageNamed(project: ProjectState, packageId: string): PackageState {
  const about = [...project.packages.values()].find(({ id }) => id === packageId);
  if (about === undefined) throw new Error(`No package ${packageId} for devices to run.`);
  return about;
}
