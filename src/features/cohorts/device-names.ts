import type { Blueprint } from "#domain/blueprint.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { BlueprintId, CohortId, TagId } from "#domain/ids.ts";
import type { Tag } from "#domain/tag.ts";

/** What the ids on a device are called. An id nobody knows here keeps its place under a word that says so. */
export type DeviceNames = {
  readonly tag: (id: TagId) => string;
  readonly blueprint: (id: BlueprintId) => string;
  readonly cohort: (id: CohortId) => string;
};

/** Looks names up in what was read of the project. */
export function deviceNames(
  tags: readonly Pick<Tag, "id" | "name">[],
  blueprints: readonly Pick<Blueprint, "id" | "name">[],
  cohorts: readonly Pick<Cohort, "id" | "name">[],
): DeviceNames {
  const tagNames = new Map(tags.map(({ id, name }) => [id, name]));
  const blueprintNames = new Map(blueprints.map(({ id, name }) => [id, name]));
  const cohortNames = new Map(cohorts.map(({ id, name }) => [id, name]));
  return {
    tag: (id) => tagNames.get(id) ?? "another tag",
    blueprint: (id) => blueprintNames.get(id) ?? "other hardware",
    cohort: (id) => cohortNames.get(id) ?? "another cohort",
  };
}
