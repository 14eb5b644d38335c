import type { CohortState } from "./project-state.ts";
import type { World } from "./world.ts";

/** How a cohort stood from an instant on: what people decide of it, and what it ran. Who is in it stands in the log of moves. */
export type CohortMoment = { readonly atMs: number } & Pick<
  CohortState,
  "name" | "filter" | "active" | "protected" | "frozen" | "archived"
>;

/** Writes down how a cohort is now; called whenever one of these changes. */
export function keepMoment({ nowMs: atMs }: World, cohort: CohortState): void {
  const { name, filter, active, protected: isProtected, frozen, archived } = cohort;
  cohort.moments.push({ atMs, name, filter, active, protected: isProtected, frozen, archived });
}

/** How a cohort was at an instant; absent: it was not made yet. */
export function momentAt({ moments }: CohortState, atMs: number): CohortMoment | undefined {
  return moments.findLast((moment) => moment.atMs <= atMs);
}
