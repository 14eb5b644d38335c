import type { CohortFilter } from "./cohort.ts";
import type { BlueprintId, TagId } from "./ids.ts";

/** Whether a filter names neither a tag nor a blueprint; no cohort may have one, for it would take every device. */
export function isEmptyFilter({ tagIds, blueprintIds }: CohortFilter): boolean {
  return tagIds.length === 0 && blueprintIds.length === 0;
}

/**
 * Whether a cohort's filter takes a device: all of its tags, any of its blueprints if it names some.
 * Source: openapi.yaml, CohortFilter.
 */
export function filterTakes(
  filter: CohortFilter,
  device: { readonly blueprintId: BlueprintId | undefined; readonly tagIds: readonly TagId[] },
): boolean {
  const { blueprintId, tagIds } = device;
  const fitsBlueprint =
    filter.blueprintIds.length === 0 || (blueprintId !== undefined && filter.blueprintIds.includes(blueprintId));
  return fitsBlueprint && filter.tagIds.every((tagId) => tagIds.includes(tagId));
}
