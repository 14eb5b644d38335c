import type { World } from "./world.ts";

/** Seeded devices are named by a pattern and a number, so that a million names take no room. */
type NameRange = {
  readonly firstDevice: number;
  readonly count: number;
  readonly prefix: string;
  readonly firstNumber: number;
  readonly digits: number;
  readonly hardwarePrefix: string;
};

/** Names and hardware ids of devices: patterns for seeded fleets, and what was given by hand. */
export type DeviceNames = {
  readonly ranges: NameRange[];
  readonly given: Map<number, string>;
  readonly hardware: Map<number, readonly string[]>;
  /** Given names by project and text. */
  readonly taken: Map<string, number>;
  /** Moves with every name that comes or changes; sorted orders are kept under it. */
  revision: number;
};

/** No names. */
export function newDeviceNames(): DeviceNames {
  return { ranges: [], given: new Map(), hardware: new Map(), taken: new Map(), revision: 0 };
}

/** The name of a device. */
export function nameOf({ names }: World, device: number): string {
  const given = names.given.get(device);
  if (given !== undefined) return given;
  const range = rangeOf(names, device);
  if (range === undefined) return "";
  return `${range.prefix}${String(range.firstNumber + device - range.firstDevice).padStart(range.digits, "0")}`;
}

/** The hardware ids of a device; seeded ones have one, made from their number. */
export function hardwareIdsOf({ names }: World, device: number): readonly string[] {
  const given = names.hardware.get(device);
  if (given !== undefined) return given;
  const range = rangeOf(names, device);
  if (range === undefined) return [];
  return [`${range.hardwarePrefix}${String(range.firstNumber + device - range.firstDevice).padStart(8, "0")}`];
}

/** Gives a device a name. */
export function giveName({ names, fleet }: World, device: number, name: string): void {
  const project = fleet.project[device] ?? 0;
  const before = names.given.get(device);
  if (before !== undefined) names.taken.delete(`${project}/${before}`);
  names.given.set(device, name);
  names.taken.set(`${project}/${name}`, device);
  names.revision += 1;
}

/** Frees the name of a device that is deleted, so that another may take it. */
export function freeName({ names, fleet }: World, device: number): void {
  const given = names.given.get(device);
  if (given !== undefined) names.taken.delete(`${fleet.project[device] ?? 0}/${given}`);
  names.revision += 1;
}

/** The device of a project that has this name, or −1. */
export function deviceNamed(world: World, project: number, name: string): number {
  const given = world.names.taken.get(`${project}/${name}`);
  if (given !== undefined) return given;
  for (const range of world.names.ranges) {
    const device = deviceInRange(range, name);
    if (device >= 0 && world.fleet.project[device] === project && !world.names.given.has(device)) return device;
  }
  return -1;
}

function deviceInRange(range: NameRange, name: string): number {
  if (!name.startsWith(range.prefix)) return -1;
  const digits = name.slice(range.prefix.length);
  if (!/^\d+$/.test(digits)) return -1;
  const at = Number(digits) - range.firstNumber;
  const isCanonical = digits === String(Number(digits)).padStart(range.digits, "0");
  return isCanonical && at >= 0 && at < range.count ? range.firstDevice + at : -1;
}

function rangeOf(names: DeviceNames, device: number): NameRange | undefined {
  return names.ranges.find(({ firstDevice, count }) => device >= firstDevice && device < firstDevice + count);
}
