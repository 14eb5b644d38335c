import { deviceNumberAt, devicePrefix } from "./ids.ts";
import { containsTerm } from "./numbered-text.ts";
import type { World } from "./world.ts";

/** Whether something of a device contains the term that was asked for. */
type Search = (device: number) => boolean;

/** Looks for a term, in lower case and not empty, in the names of devices, in any case. */
export function nameSearch({ names }: World, term: string): Search {
  const seeded = names.ranges.map((range) => ({
    ...range,
    has: containsTerm({ prefix: range.prefix.toLowerCase(), digits: range.digits, radix: 10 }, term),
  }));
  return (device) => {
    const given = names.given.get(device);
    return given === undefined ? hasInRange(seeded, device) : given.toLowerCase().includes(term);
  };
}

/** Looks for a term, in lower case and not empty, in the names, hardware ids and ids of devices, in any case. */
export function textSearch(world: World, term: string): Search {
  const { names, seedHash } = world;
  const inName = nameSearch(world, term);
  const inId = containsTerm({ prefix: devicePrefix(seedHash), digits: 8, radix: 16 }, term);
  const seeded = names.ranges.map((range) => ({
    ...range,
    has: containsTerm({ prefix: range.hardwarePrefix.toLowerCase(), digits: 8, radix: 10 }, term),
  }));
  const inHardwareIds: Search = (device) => {
    const given = names.hardware.get(device);
    return given === undefined ? hasInRange(seeded, device) : given.some((id) => id.toLowerCase().includes(term));
  };
  return (device) => inName(device) || inId(deviceNumberAt(device)) || inHardwareIds(device);
}

/** The names of one seeded fleet, and whether the one with a number has the term. */
type Seeded = {
  readonly firstDevice: number;
  readonly count: number;
  readonly firstNumber: number;
  readonly has: (number: number) => boolean;
};

function hasInRange(seeded: readonly Seeded[], device: number): boolean {
  for (const { count, firstDevice, firstNumber, has } of seeded) {
    const at = device - firstDevice;
    if (at >= 0 && at < count) return has(firstNumber + at);
  }
  return false;
}
