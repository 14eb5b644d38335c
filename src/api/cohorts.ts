import { queryOptions, useMutation } from "@tanstack/react-query";
import { decodeCohort, decodeCohortPage } from "#contract/cohort.ts";
import { decodeMoved } from "#contract/moved.ts";
import { decodeData } from "#contract/page.ts";
import { present } from "#contract/present.ts";
import type { Cohort, CohortFilter, CohortSort, CohortTally } from "#domain/cohort.ts";
import type { DeviceFilter } from "#domain/device.ts";
import type { CohortId, DeviceId, Scope } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import { allPages } from "./all-pages.ts";
import { MAX_COHORTS, pageOfCohorts } from "./base-cohorts.ts";
import { matchingDeviceIds, moveOneByOne } from "./base-members.ts";
import { read, write } from "./call.ts";
import { backendHas } from "./capabilities.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { invalidateFleet } from "./invalidate.ts";
import { MOVING_EVERY_MS, SETTLED_EVERY_MS } from "./polling.ts";
import { keys } from "./keys.ts";
import { remove } from "./remove.ts";

const COHORTS = "/v1/organizations/{organizationId}/projects/{projectId}/cohorts";
const COHORT = `${COHORTS}/{cohortId}` as const;

/** Which cohorts are asked for; `page` counts from 0. */
export type CohortList = {
  readonly term?: string;
  readonly sort?: CohortSort;
  readonly page?: number;
  readonly perPage?: number;
};

/** A page of cohorts, with the tally of the whole project where the backend has one. */
export type CohortPage = Page<Cohort> & { readonly tally?: CohortTally };

/** Devices that get the same deployments. */
export const cohortQueries = {
  all: keys.cohorts,
  /** One page of cohorts. */
  list: (scope: Scope, asked: CohortList = {}) =>
    queryOptions({
      queryKey: [...cohortQueries.all(scope), "list", asked],
      queryFn: ({ signal }) => readCohorts(scope, asked, signal),
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

async function readCohorts(scope: Scope, asked: CohortList, signal: AbortSignal): Promise<CohortPage> {
  const readPage = (query: CohortList) =>
    read({ what: "the cohorts", signal, decode: decodeCohortPage }, (init) =>
      client.GET(COHORTS, { params: { path: scope, query: present(query) }, ...init }),
    );
  return (await backendHas("fleet")) ? readPage(asked) : pageOfCohorts(await allPages(readPage, MAX_COHORTS), asked);
}

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
      remove("delete the cohort", cohortId, (init) =>
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
    mutationFn: async ({ idempotencyKey = newKey(), ...body }: MembersToAdd) => {
      if (await backendHas("fleet")) {
        return write({ what: "add the devices", key: idempotencyKey, decode: decodedMoved }, (init) =>
          client.POST(`${COHORT}/members`, { params: { path: { ...scope, cohortId } }, body, ...init }),
        );
      }
      const matching = "filter" in body ? matchingDeviceIds(scope, body.filter, body.expectedCount) : body.deviceIds;
      return moveOneByOne(scope, cohortId, await matching);
    },
    onSettled: (_moved, _error, _vars, _before, { client: cache }) => invalidateFleet(cache, scope),
  });
}

/** The devices to take out of a cohort. */
export type MembersToRemove = { readonly deviceIds: readonly DeviceId[]; readonly idempotencyKey?: string };

/** Takes devices out of a cohort, all or none; answers how many moved. */
export function useRemoveMembers(scope: Scope, cohortId: CohortId) {
  return useMutation({
    mutationFn: async ({ deviceIds, idempotencyKey = newKey() }: MembersToRemove) => {
      if (!(await backendHas("fleet"))) return moveOneByOne(scope, null, deviceIds);
      return write({ what: "remove the devices", key: idempotencyKey, decode: decodedMoved }, (init) =>
        client.POST(`${COHORT}/members/remove`, {
          params: { path: { ...scope, cohortId } },
          body: { deviceIds },
          ...init,
        }),
      );
    },
    onSettled: (_moved, _error, _vars, _before, { client: cache }) => invalidateFleet(cache, scope),
  });
}

const decodedMoved = decodeData("members", decodeMoved);
