import type { Artifact } from "./artifact.ts";
import type { BlueprintId, PackageId, TagId } from "./ids.ts";
import { isInRange } from "./version-range.ts";

/** What of a device decides which variant of an artifact it may take. */
export type FitSubject = {
  readonly blueprintId: BlueprintId | undefined;
  readonly tagIds: readonly TagId[];
  /** The version of another package that it last reported. */
  readonly runs: (packageId: PackageId) => string | undefined;
};

/** What of an artifact decides whom it fits. */
export type Variant = Pick<Artifact, "blueprintId" | "tagIds" | "requires">;

/**
 * The most specific of `variants` (all of one version of one package) that fits the device: blueprint and tags, then
 * blueprint, then tags, then neither; absent when none fits. Source: domain.md, Glossary (artifact).
 */
export function fittingVariant<V extends Variant>(variants: readonly V[], device: FitSubject): V | undefined {
  let best: V | undefined;
  for (const variant of variants) {
    if (!fits(variant, device)) continue;
    if (best === undefined || specificity(variant) > specificity(best)) best = variant;
  }
  return best;
}

function fits(variant: Variant, device: FitSubject): boolean {
  if (variant.blueprintId !== undefined && variant.blueprintId !== device.blueprintId) return false;
  if (variant.tagIds.some((tagId) => !device.tagIds.includes(tagId))) return false;
  for (const [packageId, range] of variant.requires) {
    const version = device.runs(packageId);
    if (version === undefined || !isInRange(version, range)) return false;
  }
  return true;
}

/** How narrowly a variant names its devices: 3 blueprint and tags, 2 blueprint, 1 tags, 0 neither. */
export function specificity({ blueprintId, tagIds }: Variant): 0 | 1 | 2 | 3 {
  if (blueprintId !== undefined) return tagIds.length > 0 ? 3 : 2;
  return tagIds.length > 0 ? 1 : 0;
}
