import type { DevicePastTarget } from "#domain/device-history.ts";
import type { Device, DeviceFilter, DeviceSort } from "#domain/device.ts";
import type { DeviceId, ProjectId } from "#domain/ids.ts";
import { SUBSTATES } from "#domain/target.ts";
import { deviceRow, existingDevice } from "./commands/device-row.ts";
import { facetsOf } from "./device-facets.ts";
import { deviceMatcher } from "./device-matcher.ts";
import { deviceValue } from "./device-value.ts";
import { NONE } from "./fleet.ts";
import { deviceIdAt } from "./ids.ts";
import { nameOrder } from "./name-order.ts";
import { lastSeenMs } from "./presence.ts";
import type { DevicePage, DeviceQuery, ListedDevices, PageQuery } from "./queries.ts";
import { inOrderOf } from "./radix-order.ts";
import { shownCodeAt } from "./shown-waits.ts";
import { BUCKET_OF, rowOf } from "./target-columns.ts";
import { packagesOf } from "./target-value.ts";
import type { World } from "./world.ts";
import { INSTANT, instantAt } from "./target-instants.ts";

/** The devices of a project that match, sorted (default by name) and paged; facets when asked for. */
export function listDevices(world: World, projectId: ProjectId, query: DeviceQuery): DevicePage {
  const { page, perPage, sort = "name", filter = {} } = query;
  const project = world.projectsById.get(projectId);
  const devices = sortedDevices(world, matchingDevices(world, projectId, filter), sort);
  return {
    list: pageOf(devices, query).map((device) => deviceValue(world, device)),
    page,
    perPage,
    total: devices.length,
    ...(query.facets === true && project !== undefined ? { facets: facetsOf(world, project, devices) } : {}),
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
  return Array.from(matchingDevices(world, projectId, filter), (device) => deviceIdAt(world.seedHash, device));
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
  const code = shownCodeAt(world, rollout, row);
  return {
    deploymentId: rollout.id,
    deploymentName: rollout.name,
    cohortId: cohort.id,
    cohortName: cohort.name,
    bucket: BUCKET_OF[code] ?? "pending",
    substate: SUBSTATES[code] ?? "waiting-offline",
    attempt: rollout.targets.attempt[row] ?? 0,
    packages: packagesOf(world, rollout, row),
    sinceMs: instantAt(rollout.targets.instants, row, INSTANT.since),
    startedAtMs: rollout.startedAtMs ?? rollout.createdAtMs,
  };
}

function matchingDevices(world: World, projectId: ProjectId, filter: ListedDevices): Int32Array {
  const project = world.projectsById.get(projectId);
  if (project === undefined) return new Int32Array(0);
  const matches = deviceMatcher(world, project, filter);
  const devices = new Int32Array(world.fleet.count);
  let count = 0;
  for (let device = 0; device < world.fleet.count; device += 1) {
    if (!matches(device)) continue;
    devices[count] = device;
    count += 1;
  }
  return devices.subarray(0, count);
}

function sortedDevices(world: World, devices: Int32Array, sort: DeviceSort): Int32Array {
  const named = inNameOrder(world, devices);
  if (sort === "name") return named;
  if (sort === "-name") return named.toReversed();
  const seenMs = new Float64Array(world.fleet.count);
  for (const device of devices) seenMs[device] = lastSeenMs(world, device);
  return inOrderOf(named, (device) => seenMs[device] ?? 0, sort === "lastSeen" ? "ascending" : "descending");
}

/** All names are in order already, so that devices are only picked out of it, and not compared. */
function inNameOrder(world: World, devices: Int32Array): Int32Array {
  const isWanted = new Uint8Array(world.fleet.count);
  for (const device of devices) isWanted[device] = 1;
  return nameOrder(world).devices.filter((device) => isWanted[device] === 1);
}

function pageOf(devices: Int32Array, { page, perPage }: PageQuery): readonly number[] {
  return [...devices.subarray(page * perPage, (page + 1) * perPage)];
}
