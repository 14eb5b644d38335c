import { useMutation } from "@tanstack/react-query";
import { decodeCohort } from "#contract/cohort.ts";
import { decodeData } from "#contract/page.ts";
import { present } from "#contract/present.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { CohortId, Scope } from "#domain/ids.ts";
import { write, type Send } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { invalidateDeployments } from "./invalidate.ts";

const COHORT = "/v1/organizations/{organizationId}/projects/{projectId}/cohorts/{cohortId}";

/** Why a cohort is protected or frozen, or no longer is; 1 to 1,000 characters. */
export type CohortAct = { readonly reason: string; readonly idempotencyKey?: string };

/** No start and no offers, until `untilMs` (ms since 1970) or until the cohort is unfrozen. */
export function useFreezeCohort(scope: Scope, cohortId: CohortId) {
  const params = { path: { ...scope, cohortId } };
  return useCohortAct<CohortAct & { readonly untilMs?: number }>(
    scope,
    "freeze the cohort",
    ({ reason, untilMs }) =>
      (init) =>
        client.POST(`${COHORT}/freeze`, { params, body: present({ reason, untilMs }), ...init }),
  );
}

/** Starts and offers go on. */
export function useUnfreezeCohort(scope: Scope, cohortId: CohortId) {
  const params = { path: { ...scope, cohortId } };
  return useCohortAct<Partial<CohortAct>>(
    scope,
    "unfreeze the cohort",
    ({ reason }) =>
      (init) =>
        client.POST(`${COHORT}/unfreeze`, { params, body: present({ reason }), ...init }),
  );
}

/** From now on acts on the cohort ask for its name. */
export function useProtectCohort(scope: Scope, cohortId: CohortId) {
  const params = { path: { ...scope, cohortId } };
  return useCohortAct<CohortAct>(
    scope,
    "protect the cohort",
    ({ reason }) =>
      (init) =>
        client.POST(`${COHORT}/protect`, { params, body: { reason }, ...init }),
  );
}

/** Acts on the cohort no longer ask for its name. */
export function useUnprotectCohort(scope: Scope, cohortId: CohortId) {
  const params = { path: { ...scope, cohortId } };
  return useCohortAct<CohortAct>(
    scope,
    "unprotect the cohort",
    ({ reason }) =>
      (init) =>
        client.POST(`${COHORT}/unprotect`, { params, body: { reason }, ...init }),
  );
}

function useCohortAct<Act extends { readonly idempotencyKey?: string }>(
  scope: Scope,
  what: string,
  sending: (act: Act) => Send,
) {
  return useMutation({
    mutationFn: (act: Act): Promise<Cohort> =>
      write({ what, key: act.idempotencyKey ?? newKey(), decode: decodeData("cohort", decodeCohort) }, sending(act)),
    // A frozen cohort's deployment stands still: whatever shows it asks again.
    onSettled: (_cohort, _error, _vars, _before, { client: cache }) => invalidateDeployments(cache, scope),
  });
}
