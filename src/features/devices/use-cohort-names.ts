import { useQueries, useQuery } from "@tanstack/react-query";
import { cohortQueries } from "#api/cohorts.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { CohortId, Scope } from "#domain/ids.ts";

/** The cohorts offered in lists, and known by name without asking further: those of a project that is not huge. */
export const COHORTS_TO_CHOOSE_FROM = { sort: "name", page: 0, perPage: 100 } as const;

/** The cohorts of a list and those that devices name besides; each of the latter is asked for once. */
export function useCohorts(scope: Scope, named: readonly (CohortId | undefined)[]): readonly Cohort[] {
  const listed = useQuery(cohortQueries.list(scope, COHORTS_TO_CHOOSE_FROM)).data;
  const known = new Set(listed?.list.map(({ id }) => id));
  // Archived cohorts, and those beyond the hundred.
  const others =
    listed === undefined ? [] : [...new Set(named)].flatMap((id) => (id === undefined || known.has(id) ? [] : [id]));
  const asked = useQueries({ queries: others.map((id) => cohortQueries.one(scope, id)) });
  return [...(listed?.list ?? []), ...asked.flatMap(({ data }) => data ?? [])];
}
