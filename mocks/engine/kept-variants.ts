import { variantNow } from "./component-fit.ts";
import { currentRolloutFor, currentRowOf, offeredRolloutFor, offeredRowOf } from "./device-places.ts";
import type { RolloutComponent, RolloutState } from "./rollout-state.ts";
import { BUCKET_OF } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * Keeps which variants an offer is made of, where the device may cease to fit them by what it installs: an update of a
 * package that must run an older version of itself fits nobody who has it. Source: domain.md, What a device is told.
 */
export function keepOffered(world: World, { components }: RolloutState, device: number): void {
  for (const component of components) {
    if (component.asksWhatRuns || component.offered.has(device)) keep(world, component, device);
  }
}

/** Keeps the variants a device was offered before its tags or blueprint change: what it is at, and what it has done. */
export function keepBeforeChange(world: World, device: number): void {
  const { fleet } = world;
  keepAt(world, offeredRolloutFor(world, device), offeredRowOf(world, device), device);
  keepAt(world, currentRolloutFor(world, device), currentRowOf(fleet, device), device);
}

function keepAt(world: World, rollout: RolloutState | undefined, row: number, device: number): void {
  if (rollout === undefined || row < 0) return;
  const { attempt, substate } = rollout.targets;
  if (attempt[row] === 0 && BUCKET_OF[substate[row] ?? 0] !== "succeeded") return;
  for (const component of rollout.components) {
    if (!component.offered.has(device)) keep(world, component, device);
  }
}

function keep(world: World, component: RolloutComponent, device: number): void {
  const variant = variantNow(world, component, device);
  if (variant !== undefined) component.offered.set(device, component.variants.indexOf(variant));
}
