import { queryOptions, useMutation } from "@tanstack/react-query";
import { decodeCohort, decodeCohortPage } from "#contract/cohort.ts";
import { decodeMoved } from "#contract/moved.ts";
import { decodeData } from "#contract/page.ts";
import { present } from "#contract/present.ts";
import type { Cohort, CohortFilter, CohortSort } from "#domain/cohort.ts";
import type { DeviceFilter } from "#domain/device.ts";
import type { CohortId, DeviceId, Scope } from "#domain/ids.ts";
import { read, write } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { invalidateFleet } from "./invalidate.ts";
import { MOVING_EVERY_MS, SETTLED_EVERY_MS } from "./polling.ts";
import { keys } from "./keys.ts";

const COHORTS = "/v1/organizations/{organizationId}/projects/{projectId}/cohorts";
const COHORT = `${COHORTS}/{cohortId}` as const;

/** Which cohorts are asked for; `page` counts from 0. */
export type CohortList = {
  readonly term?: string;
  readonly sort?: CohortSort;
  readonly page?: number;
  readonly perPage?: number;
};

/** Devices that get the same deployments. */
export const cohortQueries = {
  all: keys.cohorts,
  /** One page of cohorts, with the tally of the whole project where the backend has one. */
  list: (scope: Scope, asked: CohortList = {}) =>
    queryOptions({
      queryKey: [...cohortQueries.all(scope), "list", asked],
      queryFn: ({ signal }) =>
        read({ what: "the cohorts", signal, decode: decodeCohortPage }, (init) =>
          client.GET(COHORTS, { params: { path: scope, query: present(asked) }, ...init }),
        ),
      refetchInterval: ({ state }) => (state.data?.list.some(isMoving) ? MOVING_EVERY_MS : SETTLED_EVERY_MS),
    }),
  one: (scope: Scope, cohortId: CohortId) =>
    queryOptions({
      queryKey: [...cohortQueries.all(scope), "one", cohortId],
      queryFn: ({ signal }) =>
        read({ what: "the cohort", signal, decode: decodeData("cohort", decodeCohort) }, (init) =>
          client.GET(COHORT, { params: { path: { ...scope, cohortId } }, ...init }),
        ),
      refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? MOVING_EVERY_MS : SETTLED_EVERY_MS),
    }),
};

function isMoving({ activeDeployment }: Cohort): boolean {
  return activeDeployment !== undefined && !activeDeployment.settled;
}

/** What a cohort is made from; with a filter it is dynamic. */
export type NewCohort = { readonly name: string; readonly filter?: CohortFilter; readonly idempotencyKey?: string };

/** Makes a cohort. */
export function useCreateCohort(scope: Scope) {
  return useMutation({
    mutationFn: ({ idempotencyKey = newKey(), ...body }: NewCohort) =>
      write({ what: "create the cohort", key: idempotencyKey, decode: decodeData("cohort", decodeCohort) }, (init) =>
        client.POST(COHORTS, { params: { path: scope }, body, ...init }),
      ),
    onSuccess: (_cohort, _vars, _before, { client: cache }) =>
      cache.invalidateQueries({ queryKey: cohortQueries.all(scope) }),
  });
}

/** What of a cohort can change. */
export type CohortUpdate = { readonly cohortId: CohortId; readonly name?: string; readonly filter?: CohortFilter };

/** Renames a cohort, or changes its filter. */
export function useUpdateCohort(scope: Scope) {
  return useMutation({
    mutationFn: ({ cohortId, ...body }: CohortUpdate) =>
      write({ what: "change the cohort", decode: decodeData("cohort", decodeCohort) }, (init) =>
        client.PUT(COHORT, { params: { path: { ...scope, cohortId } }, body, ...init }),
      ),
    onSuccess: (_cohort, _vars, _before, { client: cache }) => invalidateFleet(cache, scope),
  });
}

/** Deletes a cohort; one that ever deployed is archived and its links still work. */
export function useDeleteCohort(scope: Scope) {
  return useMutation({
    mutationFn: (cohortId: CohortId) =>
      write({ what: "delete the cohort", decode: () => cohortId }, (init) =>
        client.DELETE(COHORT, { params: { path: { ...scope, cohortId } }, ...init }),
      ),
    onSuccess: async (cohortId, _vars, _before, { client: cache }) => {
      cache.removeQueries({ queryKey: cohortQueries.one(scope, cohortId).queryKey, type: "inactive" });
      await invalidateFleet(cache, scope);
    },
  });
}

/** The devices to add: these, or all that a filter matches, provided they are still as many as were seen. */
export type MembersToAdd = (
  | { readonly deviceIds: readonly DeviceId[] }
  | { readonly filter: DeviceFilter; readonly expectedCount: number }
) & { readonly idempotencyKey?: string };

/** Puts devices into a cohort, all or none; answers how many moved. */
export function useAddMembers(scope: Scope, cohortId: CohortId) {
  return useMutation({
    mutationFn: ({ idempotencyKey = newKey(), ...body }: MembersToAdd) =>
      write({ what: "add the devices", key: idempotencyKey, decode: decodeData("members", decodeMoved) }, (init) =>
        client.POST(`${COHORT}/members`, { params: { path: { ...scope, cohortId } }, body, ...init }),
      ),
    onSuccess: (_moved, _vars, _before, { client: cache }) => invalidateFleet(cache, scope),
  });
}

/** Takes devices out of a cohort, all or none; answers how many moved. */
export function useRemoveMembers(scope: Scope, cohortId: CohortId) {
  return useMutation({
    mutationFn: ({
      deviceIds,
      idempotencyKey = newKey(),
    }: {
      readonly deviceIds: readonly DeviceId[];
      readonly idempotencyKey?: string;
    }) =>
      write({ what: "remove the devices", key: idempotencyKey, decode: decodeData("members", decodeMoved) }, (init) =>
        client.POST(`${COHORT}/members/remove`, {
          params: { path: { ...scope, cohortId } },
          body: { deviceIds },
          ...init,
        }),
      ),
    onSuccess: (_moved, _vars, _before, { client: cache }) => invalidateFleet(cache, scope),
  });
}
