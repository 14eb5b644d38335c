import type { PackageId } from "#domain/ids.ts";
import { IMPACT_KINDS, type Impact, type ImpactKind } from "#domain/impact.ts";

/**
 * The figures that moved since the review was opened, each with what it was then. Devices report at any time, so a
 * moved figure is marked and refuses nothing. How many are offline changes by the minute and is not marked.
 */
export function movedNumbers(shown: Impact, latest: Impact): ReadonlyMap<PackageId, ReadonlyMap<ImpactKind, number>> {
  return new Map(
    latest.packages.flatMap(({ packageId, numbers }) => {
      const before = shown.packages.find((one) => one.packageId === packageId)?.numbers;
      if (before === undefined) return [];
      const moved = IMPACT_KINDS.filter((kind) => before[kind] !== numbers[kind]);
      return moved.length === 0 ? [] : [[packageId, new Map(moved.map((kind) => [kind, before[kind]]))] as const];
    }),
  );
}
