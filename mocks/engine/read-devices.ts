import type { DevicePastTarget } from "#domain/device-history.ts";
import type { Device, DeviceFacets, DeviceFilter, Facet } from "#domain/device.ts";
import type { DeviceId, ProjectId } from "#domain/ids.ts";
import { SUBSTATES } from "#domain/target.ts";
import { deviceRow, existingDevice } from "./commands/device-row.ts";
import { deviceMatcher } from "./device-matcher.ts";
import { deviceValue } from "./device-value.ts";
import { NONE } from "./fleet.ts";
import { deviceIdAt } from "./ids.ts";
import { nameRanks } from "./name-ranks.ts";
import { lastSeenMs } from "./presence.ts";
import type { DevicePage, DeviceQuery } from "./queries.ts";
import { BUCKET_OF, rowOf } from "./target-columns.ts";
import { packagesOf } from "./target-value.ts";
import type { World } from "./world.ts";

/** The devices of a project that match, sorted (default by name) and paged; facets when asked for. */
export function listDevices(world: World, projectId: ProjectId, query: DeviceQuery): DevicePage {
  const { page, perPage, sort = "name", filter = {} } = query;
  const devices = matchingDevices(world, projectId, filter);
  const ranks = nameRanks(world);
  const seen = sort === "lastSeen" || sort === "-lastSeen" ? seenOf(world, devices) : undefined;
  const sign = sort.startsWith("-") ? -1 : 1;
  devices.sort(
    (a, b) =>
      (seen === undefined ? 0 : sign * ((seen.get(a) ?? 0) - (seen.get(b) ?? 0))) ||
      (seen === undefined ? sign : 1) * ((ranks[a] ?? 0) - (ranks[b] ?? 0)),
  );
  return {
    list: devices.slice(page * perPage, (page + 1) * perPage).map((device) => deviceValue(world, device)),
    page,
    perPage,
    total: devices.length,
    ...(query.facets === true ? { facets: facetsOf(world, projectId, devices) } : {}),
  };
}

/** One device. */
export function deviceOf(world: World, projectId: ProjectId, deviceId: DeviceId): Device | undefined {
  const project = world.projectsById.get(projectId);
  const device = project === undefined ? NONE : deviceRow(world, project, deviceId);
  return device === NONE ? undefined : deviceValue(world, device);
}

/** The project a device is in, for who knows only the device. */
export function projectIdOfDevice(world: World, deviceId: DeviceId): ProjectId | undefined {
  const device = existingDevice(world, deviceId);
  return device === NONE ? undefined : world.projects[world.fleet.project[device] ?? 0]?.project.id;
}

/** The ids of every device of a project that matches, in the order the devices came. */
export function matchingDeviceIds(world: World, projectId: ProjectId, filter: DeviceFilter): readonly DeviceId[] {
  return matchingDevices(world, projectId, filter).map((device) => deviceIdAt(world.seedHash, device));
}

/** Every deployment a device was ever a target of, newest first. Absent: no such device. */
export function deviceHistoryOf(
  world: World,
  projectId: ProjectId,
  deviceId: DeviceId,
): readonly DevicePastTarget[] | undefined {
  const project = world.projectsById.get(projectId);
  const device = project === undefined ? NONE : deviceRow(world, project, deviceId);
  if (project === undefined || device === NONE) return undefined;
  return [...project.rollouts.values()].toReversed().flatMap((index) => pastTarget(world, index, device) ?? []);
}

function pastTarget(world: World, index: number, device: number): DevicePastTarget | undefined {
  const rollout = world.rollouts[index];
  const cohort = world.cohorts[rollout?.cohort ?? NONE];
  const row = rollout === undefined ? NONE : rowOf(rollout.targets, device);
  if (rollout === undefined || cohort === undefined || row < 0) return undefined;
  const code = rollout.targets.substate[row] ?? 0;
  return {
    deploymentId: rollout.id,
    deploymentName: rollout.name,
    cohortId: cohort.id,
    cohortName: cohort.name,
    bucket: BUCKET_OF[code] ?? "pending",
    substate: SUBSTATES[code] ?? "waiting-offline",
    attempt: rollout.targets.attempt[row] ?? 0,
    packages: packagesOf(world, rollout, row),
    sinceMs: rollout.targets.sinceMs[row] ?? 0,
    startedAtMs: rollout.createdAtMs,
  };
}

function matchingDevices(world: World, projectId: ProjectId, filter: DeviceFilter): number[] {
  const project = world.projectsById.get(projectId);
  if (project === undefined) return [];
  const matches = deviceMatcher(world, project, filter);
  const devices: number[] = [];
  for (let device = 0; device < world.fleet.count; device += 1) if (matches(device)) devices.push(device);
  return devices;
}

function seenOf(world: World, devices: readonly number[]): ReadonlyMap<number, number> {
  return new Map(devices.map((device) => [device, lastSeenMs(world, device)]));
}

function facetsOf(world: World, projectId: ProjectId, devices: readonly number[]): DeviceFacets {
  const project = world.projectsById.get(projectId);
  return {
    cohort: facet(devices, (device) => world.cohorts[world.fleet.cohort[device] ?? NONE]?.id ?? ""),
    blueprint: facet(devices, (device) => project?.blueprintIds[world.fleet.blueprint[device] ?? NONE] ?? ""),
  };
}

/** How often each value occurs, the most frequent first. */
function facet(devices: readonly number[], valueOf: (device: number) => string): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const device of devices) {
    const value = valueOf(device);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}
