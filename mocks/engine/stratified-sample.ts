import { NONE } from "./fleet.ts";
import { reportedVersion } from "./package-state.ts";
import type { ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/** More numbers than a project has of blueprints, tag sets or versions; the square still is an exact number. */
const NUMBERS = 2 ** 24;

/**
 * At most `most` of some devices, such that every blueprint with every set of tags and every version they run keeps its
 * share, and none of them is left out while there is room. The same devices give the same sample. Two passes.
 */
export function stratifiedSample(world: World, project: ProjectState, devices: Int32Array, most: number): Int32Array {
  if (devices.length <= most) return devices;
  const { strata, sizes } = strataOf(world, project, devices);
  const quotas = quotasOf(sizes, most);
  const seen = sizes.map(() => 0);
  return devices.filter((_, at) => {
    const stratum = strata[at] ?? 0;
    const [size, quota, place] = [sizes[stratum] ?? 1, quotas[stratum] ?? 0, seen[stratum] ?? 0];
    seen[stratum] = place + 1;
    // Taken evenly over all of the stratum: devices that stand side by side are often alike in more than is looked at.
    return Math.floor(((place + 1) * quota) / size) > Math.floor((place * quota) / size);
  });
}

/** Which stratum each device is in, and how many are in each. */
type Strata = { readonly strata: Int32Array; readonly sizes: number[] };

function strataOf({ fleet }: World, project: ProjectState, devices: Int32Array): Strata {
  const traits = [
    // Blueprints begin at −1.
    (device: number) => (fleet.blueprint[device] ?? NONE) + 1,
    (device: number) => fleet.tagSet[device] ?? 0,
    ...[...project.packages.values()].map(
      ({ reported }) =>
        (device: number) =>
          reportedVersion(reported, device),
    ),
  ];
  let strata = new Int32Array(devices.length);
  let count = 1;
  for (const traitOf of traits) {
    const numbers = new Map<number, number>();
    strata = strata.map((stratum, at) => {
      const key = stratum * NUMBERS + traitOf(devices[at] ?? NONE);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, numbers.size);
      return numbers.size - 1;
    });
    count = numbers.size;
  }
  const sizes = Array.from({ length: count }, () => 0);
  for (const stratum of strata) sizes[stratum] = (sizes[stratum] ?? 0) + 1;
  return { strata, sizes };
}

/** How many of each stratum are taken: one of each while there is room, the rest by share, largest remainders first. */
function quotasOf(sizes: readonly number[], most: number): readonly number[] {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  const bySize = sizes.map((_, stratum) => stratum).toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const quotas = sizes.map((size) => Math.max(1, Math.floor((size * most) / whole)));
  let over = quotas.reduce((sum, quota) => sum + quota, 0) - most;
  // Too many, because small strata count as one: the largest give; where all have one already, the smallest are left out.
  while (over > 0) over -= lowered(quotas, over, bySize, 2) || lowered(quotas, over, bySize.toReversed(), 1);
  const shareOf = (stratum: number) => ((sizes[stratum] ?? 0) * most) / whole;
  const byRemainder = bySize.toSorted((a, b) => shareOf(b) - (quotas[b] ?? 0) - (shareOf(a) - (quotas[a] ?? 0)));
  for (const stratum of byRemainder.slice(0, Math.max(0, -over))) quotas[stratum] = (quotas[stratum] ?? 0) + 1;
  return quotas.map((quota, stratum) => Math.min(quota, sizes[stratum] ?? 0));
}

/** Takes one from each stratum that has at least `least`, in order, until `over` are taken; how many were. */
function lowered(quotas: number[], over: number, order: readonly number[], least: number): number {
  let taken = 0;
  for (const stratum of order) {
    if (taken === over) break;
    if ((quotas[stratum] ?? 0) < least) continue;
    quotas[stratum] = (quotas[stratum] ?? 0) - 1;
    taken += 1;
  }
  return taken;
}
