import type { CohortFilter } from "#domain/cohort.ts";
import { asIds } from "./path-ids.ts";
import { onlyFields, optionalTexts, type Fields } from "./read-body.ts";

/** The filter of a dynamic cohort out of a body; what is left out narrows nothing. */
export function cohortFilterOf(fields: Fields): CohortFilter {
  const known = onlyFields(fields, ["tagIds", "blueprintIds"]);
  return {
    tagIds: asIds(optionalTexts(known, "tagIds") ?? []),
    blueprintIds: asIds(optionalTexts(known, "blueprintIds") ?? []),
  };
}
