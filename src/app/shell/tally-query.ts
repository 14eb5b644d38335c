import { cohortQueries } from "#api/cohorts.ts";
import type { Scope } from "./use-current-scope.ts";

const POLL_EVERY_MS = 5_000;

/** How many cohorts there are and how they stand; one row is the least a list can be asked for. */
export function tallyQuery(scope: Scope) {
  return { ...cohortQueries.list(scope, { sort: "trouble", page: 0, perPage: 1 }), refetchInterval: POLL_EVERY_MS };
}
