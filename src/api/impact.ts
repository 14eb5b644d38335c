import { queryOptions } from "@tanstack/react-query";
import { decodeImpact } from "#contract/impact.ts";
import { encodePlanRequest } from "#contract/plan-request.ts";
import { present } from "#contract/present.ts";
import type { ArtifactId, CohortId, Scope } from "#domain/ids.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { keys } from "./keys.ts";

/** The numbers move with what devices report; a review that stays open shows them no older than this. */
const REFRESH_EVERY_MS = 10_000;

/** What a composition would mean for a cohort's devices. */
export const impactQueries = {
  all: keys.impact,
  /** The order of the artifacts does not matter. Its hash is over the plan too: a start must name the same one. */
  of: (scope: Scope, cohortId: CohortId, artifactIds: readonly ArtifactId[], plan?: PlanRequest) =>
    queryOptions({
      queryKey: [...impactQueries.all(scope), cohortId, artifactIds.toSorted(), plan ?? null],
      refetchInterval: REFRESH_EVERY_MS,
      queryFn: ({ signal }) =>
        read({ what: "what the deployment would change", signal, decode: decodeImpact }, (init) =>
          client.POST("/v1/organizations/{organizationId}/projects/{projectId}/cohorts/{cohortId}/impact", {
            params: { path: { ...scope, cohortId } },
            body: present({ artifactIds, plan: plan && encodePlanRequest(plan) }),
            ...init,
          }),
        ),
    }),
};
