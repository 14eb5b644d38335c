import type { DeviceId } from "#domain/ids.ts";
import { isMarked, MARK, NONE } from "../fleet.ts";
import { deviceIndexOf } from "../ids.ts";
import type { ProjectState } from "../project-state.ts";
import type { World } from "../world.ts";

/** The row of a device that exists in a project, or −1. */
export function deviceRow(world: World, project: ProjectState, deviceId: DeviceId): number {
  const device = existingDevice(world, deviceId);
  return device !== NONE && world.fleet.project[device] === project.index ? device : NONE;
}

/** The row of a device that exists in any project, or −1. */
export function existingDevice({ fleet, seedHash }: World, deviceId: DeviceId): number {
  const device = deviceIndexOf(seedHash, deviceId);
  return device >= 0 && device < fleet.count && !isMarked(fleet, device, MARK.deleted) ? device : NONE;
}
