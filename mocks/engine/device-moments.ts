import type { DeviceNames } from "./device-names.ts";
import { isMarked, MARK, NONE, setBlueprint, setMark, setTagSet, type Fleet } from "./fleet.ts";
import type { World } from "./world.ts";

/** What people had given a device until they changed it at `atMs`; its cohort stands in the log of moves. */
export type DeviceMoment = {
  readonly device: number;
  readonly atMs: number;
  readonly tagSet: number;
  readonly blueprint: number;
  readonly isEnabled: boolean;
  /** Absent: the one that it was seeded with. */
  readonly name: string | undefined;
  readonly hardwareIds: readonly string[] | undefined;
  readonly updatedAtMs: number | undefined;
};

/** Writes down how a device is; called before it is changed or deleted. */
export function keepDeviceMoment({ deviceMoments, fleet, names, nowMs: atMs }: World, device: number): void {
  deviceMoments.push({
    device,
    atMs,
    tagSet: fleet.tagSet[device] ?? 0,
    blueprint: fleet.blueprint[device] ?? NONE,
    isEnabled: isMarked(fleet, device, MARK.enabled),
    name: names.given.get(device),
    hardwareIds: names.hardware.get(device),
    updatedAtMs: fleet.updated.get(device),
  });
}

/** How each device was at the end of an instant that was changed or deleted later; the others are as they were. */
export function devicesBefore({ deviceMoments }: World, atMs: number): readonly DeviceMoment[] {
  const first = new Map<number, DeviceMoment>();
  const later = deviceMoments.findLastIndex((moment) => moment.atMs <= atMs) + 1;
  for (const moment of deviceMoments.slice(later).toReversed()) first.set(moment.device, moment);
  return [...first.values()];
}

/** A fleet in which those devices are as they were then. Nothing of it may be written to the fleet it was made of. */
export function fleetBefore(fleet: Fleet, before: readonly DeviceMoment[]): Fleet {
  if (before.length === 0) return fleet;
  const [blueprint, tagSet] = [fleet.blueprint.slice(), fleet.tagSet.slice()];
  const past: Fleet = { ...fleet, blueprint, tagSet, marks: fleet.marks.slice(), updated: new Map(fleet.updated) };
  for (const { device, isEnabled, ...was } of before) {
    setBlueprint(past, device, was.blueprint);
    setTagSet(past, device, was.tagSet);
    setMark(past, device, MARK.enabled, isEnabled);
    setMark(past, device, MARK.deleted, false);
    setOrForget(past.updated, device, was.updatedAtMs);
  }
  return past;
}

/** The names as they were then. */
export function namesBefore({ fleet, names }: World, before: readonly DeviceMoment[]): DeviceNames {
  if (before.length === 0) return names;
  const past = {
    ...names,
    given: new Map(names.given),
    hardware: new Map(names.hardware),
    taken: new Map(names.taken),
  };
  const key = (device: number, name: string) => `${fleet.project[device] ?? 0}/${name}`;
  for (const { device } of before) {
    const name = names.given.get(device);
    if (name !== undefined && past.taken.get(key(device, name)) === device) past.taken.delete(key(device, name));
  }
  for (const { device, hardwareIds, name } of before) {
    setOrForget(past.given, device, name);
    setOrForget(past.hardware, device, hardwareIds);
    if (name !== undefined) past.taken.set(key(device, name), device);
  }
  return past;
}

function setOrForget<Value>(map: Map<number, Value>, device: number, value: Value | undefined): void {
  if (value === undefined) map.delete(device);
  else map.set(device, value);
}
