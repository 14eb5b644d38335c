import { queryOptions } from "@tanstack/react-query";
import { decodeFilterPreview } from "#contract/filter-preview.ts";
import { present } from "#contract/present.ts";
import type { CohortFilter } from "#domain/cohort.ts";
import type { CohortId, Scope } from "#domain/ids.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { keys } from "./keys.ts";

/** What a dynamic cohort would hold. Kept under the cohorts: whoever comes and goes changes it too. */
export const filterPreviewQueries = {
  /** With `cohortId`, as the new filter of that cohort; without one, as that of a cohort that is to be made. */
  of: (scope: Scope, filter: CohortFilter, cohortId?: CohortId) =>
    queryOptions({
      queryKey: [...keys.cohorts(scope), "filter-preview", filter, cohortId ?? null],
      queryFn: ({ signal }) =>
        read({ what: "what the filter matches", signal, decode: decodeFilterPreview }, (init) =>
          client.POST("/v1/organizations/{organizationId}/projects/{projectId}/cohorts/filter-preview", {
            params: { path: scope },
            body: present({ filter, cohortId }),
            ...init,
          }),
        ),
    }),
};
