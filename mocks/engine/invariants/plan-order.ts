import { fnv1a, mix32 } from "#lib/hash.ts";
import { resolvedSize } from "#domain/size.ts";
import type { Plan } from "#domain/plan.ts";
import { deviceIdAt } from "#mocks/engine/ids.ts";
import type { World } from "#mocks/engine/world.ts";

/** Where a device stands in the order of a plan; ties go by its id. Written from domain.md anew, not taken from the engine. */
export function orderOf(world: World, plan: Plan, device: number): number {
  return mix32(fnv1a(deviceIdAt(world.seedHash, device)) ^ fnv1a(plan.seed));
}

/** The first of some devices in that order: as many as a phase reaches. */
export function firstIn(world: World, plan: Plan, devices: readonly number[], phase: number): readonly number[] {
  const ordered = devices
    .map((device) => ({ device, order: orderOf(world, plan, device), id: deviceIdAt(world.seedHash, device) }))
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const isLast = phase === plan.phases.length - 1;
  const sizes = plan.phases.slice(0, phase + 1).map(({ size }) => resolvedSize(size, devices.length));
  return ordered.slice(0, isLast ? devices.length : Math.max(...sizes)).map(({ device }) => device);
}
