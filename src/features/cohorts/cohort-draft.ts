import type { CohortFilter } from "#domain/cohort.ts";
import { isEmptyFilter } from "#domain/cohort-filter.ts";

/** The form of a new cohort, as it stands on the screen. */
export type CohortDraft = {
  readonly name: string;
  readonly kind: "manual" | "dynamic";
  /** Kept while `kind` is manual, so that nothing is lost by looking at the other choice. */
  readonly filter: CohortFilter;
};

/** A filter that names nothing. */
export const NO_TAGS_NO_BLUEPRINTS: CohortFilter = { tagIds: [], blueprintIds: [] };

/** What is sent for a form. */
export function requestOf({ name, kind, filter }: CohortDraft): {
  readonly name: string;
  readonly filter?: CohortFilter;
} {
  return kind === "manual" ? { name: name.trim() } : { name: name.trim(), filter };
}

/** What is wrong with a filter, as a sentence. One that names nothing would take every device that nobody placed. */
export function filterProblem(filter: CohortFilter): string | undefined {
  return isEmptyFilter(filter)
    ? "Choose at least one tag or blueprint. Without any, every device would match."
    : undefined;
}

/** Whether two filters take the same devices: the order in which things were chosen does not matter. */
export function isSameFilter(a: CohortFilter, b: CohortFilter): boolean {
  return sameIds(a.tagIds, b.tagIds) && sameIds(a.blueprintIds, b.blueprintIds);
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
