import { compareText } from "#lib/collection.ts";
import { nameOf } from "./device-names.ts";
import type { World } from "./world.ts";

/** Ranks of the names a world had when they were last sorted. */
type Ranked = { readonly revision: number; readonly count: number; readonly ranks: Uint32Array };

/** Made from the world and only kept to be quick, so it stands beside it and not in it. */
const kept = new WeakMap<World, Ranked>();

/** The place of each device's name in the order of all names, in any case; sorted anew only when names changed. */
export function nameRanks(world: World): Uint32Array {
  const { fleet, names } = world;
  const known = kept.get(world);
  if (known?.revision === names.revision && known.count === fleet.count) return known.ranks;
  const texts = Array.from({ length: fleet.count }, (_, device) => nameOf(world, device).toLowerCase());
  const order = texts.map((_, device) => device);
  order.sort((a, b) => compareText(texts[a] ?? "", texts[b] ?? "") || a - b);
  const ranks = new Uint32Array(fleet.count);
  order.forEach((device, rank) => {
    ranks[device] = rank;
  });
  kept.set(world, { revision: names.revision, count: fleet.count, ranks });
  return ranks;
}
