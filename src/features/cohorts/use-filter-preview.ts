import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { filterPreviewQueries } from "#api/filter-preview.ts";
import { SETTLED_EVERY_MS } from "#api/polling.ts";
import type { CohortFilter } from "#domain/cohort.ts";
import { isEmptyFilter } from "#domain/cohort-filter.ts";
import type { CohortId, Scope } from "#domain/ids.ts";

/**
 * What a filter would hold, as it is being put together. The answer for the filter before stays until the next is there,
 * so that nothing jumps; a filter that names nothing is not asked about.
 */
export function useFilterPreview(scope: Scope, filter: CohortFilter, cohortId?: CohortId) {
  const empty = isEmptyFilter(filter);
  const query = useQuery({
    ...filterPreviewQueries.of(scope, filter, cohortId),
    enabled: !empty,
    placeholderData: keepPreviousData,
    refetchInterval: SETTLED_EVERY_MS,
  });
  return { ...query, empty, data: empty ? undefined : query.data };
}
