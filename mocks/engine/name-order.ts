import { compareText } from "#lib/collection.ts";
import { nameOf, type DeviceNames } from "./device-names.ts";
import type { World } from "./world.ts";

/** Every device of a world in the order of the names, in any case; `ranks` is the place of each device in it. */
export type NameOrder = { readonly devices: Int32Array; readonly ranks: Uint32Array };

/** Made from the names and only kept to be quick, so it stands beside them. Also for who looks at a part of the fleet. */
const kept = new WeakMap<DeviceNames, NameOrder & { readonly revision: number; readonly count: number }>();

/**
 * The order of all names; made anew only when names changed. Seeded names are in order as they are numbered, so that they
 * are merged and not sorted: a million take as long as looking at them.
 */
export function nameOrder(world: World): NameOrder {
  const { fleet, names } = world;
  const known = kept.get(names);
  if (known?.revision === names.revision && known.count >= fleet.count) return known;
  const devices = merged(world, [...seededRuns(world), givenRun(world)]);
  const ranks = new Uint32Array(fleet.count);
  for (let rank = 0; rank < devices.length; rank += 1) ranks[devices[rank] ?? 0] = rank;
  const order = { revision: names.revision, count: fleet.count, devices, ranks };
  kept.set(names, order);
  return order;
}

/** Runs of devices whose names are in order: those of one pattern whose numbers have as many digits. */
function seededRuns({ names }: World): readonly Int32Array[] {
  return names.ranges.flatMap(({ firstDevice, count, firstNumber, digits }) => {
    const runs: Int32Array[] = [];
    const end = firstNumber + count;
    for (let number = firstNumber; number < end;) {
      const next = Math.min(end, 10 ** Math.max(digits, String(number).length));
      const run = Int32Array.from({ length: next - number }, (_, at) => firstDevice + number - firstNumber + at);
      runs.push(names.given.size === 0 ? run : run.filter((device) => !names.given.has(device)));
      number = next;
    }
    return runs;
  });
}

/** The devices that no pattern names, or that got another name since. */
function givenRun(world: World): Int32Array {
  const { fleet, names } = world;
  const isSeeded = new Uint8Array(fleet.count);
  for (const { firstDevice, count } of names.ranges) isSeeded.fill(1, firstDevice, firstDevice + count);
  const devices: number[] = [];
  for (let device = 0; device < fleet.count; device += 1) {
    if (isSeeded[device] === 0 || names.given.has(device)) devices.push(device);
  }
  const texts = new Map(devices.map((device) => [device, keyOf(world, device)]));
  return Int32Array.from(devices.toSorted((a, b) => compareText(texts.get(a) ?? "", texts.get(b) ?? "") || a - b));
}

/** One run out of many, two and two, so that no device is looked at more than a few times. */
function merged(world: World, runs: readonly Int32Array[]): Int32Array {
  if (runs.length <= 1) return runs[0] ?? new Int32Array(0);
  const half = runs.length >> 1;
  return mergedPair(world, merged(world, runs.slice(0, half)), merged(world, runs.slice(half)));
}

function mergedPair(world: World, a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  if (isBefore(world, a.at(-1), b[0])) return joined(a, b);
  if (isBefore(world, b.at(-1), a[0])) return joined(b, a);
  const all = new Int32Array(a.length + b.length);
  let [atA, atB] = [0, 0];
  let [keyA, keyB] = [keyOf(world, a[0] ?? 0), keyOf(world, b[0] ?? 0)];
  for (let at = 0; at < all.length; at += 1) {
    const takesA =
      atB >= b.length || (atA < a.length && (compareText(keyA, keyB) || (a[atA] ?? 0) - (b[atB] ?? 0)) < 0);
    all[at] = (takesA ? a[atA] : b[atB]) ?? 0;
    if (takesA) {
      atA += 1;
      if (atA < a.length) keyA = keyOf(world, a[atA] ?? 0);
    } else {
      atB += 1;
      if (atB < b.length) keyB = keyOf(world, b[atB] ?? 0);
    }
  }
  return all;
}

function isBefore(world: World, a = 0, b = 0): boolean {
  return (compareText(keyOf(world, a), keyOf(world, b)) || a - b) < 0;
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function keyOf(world: World, device: number): string {
  return nameOf(world, device).toLowerCase();
}
