import { begunRolloutOf, currentRolloutFor, currentRowOf, offeredRolloutFor, offeredRowOf } from "./device-places.ts";
import { NONE } from "./fleet.ts";
import type { PackageState } from "./package-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { BUCKET_OF, rowOf } from "./target-columns.ts";
import type { World } from "./world.ts";

/** A target, by its place. */
export type Place = { readonly rollout: RolloutState; readonly row: number };

/**
 * The target under which a device was told to run a version of a package: the present one, the one it is still at, or
 * the latest older one of its cohort, because a device that has begun finishes whatever came meanwhile.
 * Source: domain.md, Superseded while it works.
 */
export function toldOnce(world: World, device: number, about: PackageState, version: number): Place | undefined {
  const { fleet, rollouts } = world;
  const known =
    placeIn(offeredRolloutFor(world, device), offeredRowOf(world, device), about, version) ??
    placeBegun(world, device, about, version) ??
    placeIn(currentRolloutFor(world, device), currentRowOf(fleet, device), about, version);
  if (known !== undefined) return known;
  const past = world.cohorts[fleet.cohort[device] ?? NONE]?.rollouts ?? [];
  for (let at = past.length - 1; at >= 0; at -= 1) {
    const rollout = rollouts[past[at] ?? NONE];
    if (rollout === undefined || !carries(rollout, about, version)) continue;
    const place = placeIn(rollout, rowOf(rollout.targets, device), about, version);
    if (place !== undefined) return place;
  }
  return undefined;
}

function placeBegun({ fleet, rollouts }: World, device: number, about: PackageState, version: number) {
  const index = begunRolloutOf(fleet, device);
  const begun = index < 0 ? undefined : rollouts[index];
  return begun === undefined ? undefined : placeIn(begun, rowOf(begun.targets, device), about, version);
}

function placeIn(
  rollout: RolloutState | undefined,
  row: number,
  about: PackageState,
  version: number,
): Place | undefined {
  if (rollout === undefined || row < 0 || !carries(rollout, about, version)) return undefined;
  const { attempt, substate } = rollout.targets;
  const wasTold = (attempt[row] ?? 0) > 0 || BUCKET_OF[substate[row] ?? 0] === "succeeded";
  return wasTold ? { rollout, row } : undefined;
}

/** Whether a rollout is of this version of a package. */
export function carries(rollout: RolloutState, about: PackageState, version: number): boolean {
  return rollout.components[rollout.componentOf.get(about) ?? NONE]?.version === version;
}
