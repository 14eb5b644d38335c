import { queryOptions, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { decodeData } from "#contract/page.ts";
import { present } from "#contract/present.ts";
import { decodeTarget, decodeTargetPage } from "#contract/target.ts";
import { decodeWhyNot } from "#contract/why-not.ts";
import type { CohortId, DeploymentId, DeviceId, Scope } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import type { Pulse } from "#domain/rollout.ts";
import type { TargetFilter, TargetRow } from "#domain/target.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { ApiError } from "./error.ts";
import { readManifest } from "./manifest.ts";
import { PULSE_EVERY_MS, SETTLED_EVERY_MS } from "./polling.ts";
import { nextPulse } from "./pulse.ts";
import { rolloutKeys, type RolloutOf, type TargetList } from "./rollout-keys.ts";

const DEPLOYMENT =
  "/v1/organizations/{organizationId}/projects/{projectId}/cohorts/{cohortId}/deployments/{deploymentId}";
const TARGET = `${DEPLOYMENT}/targets/{deviceId}` as const;

/** A deployment while it lands. */
export const rolloutQueries = {
  /** State and counts: once a second while something moves, every 30 s when settled, not while hidden. */
  pulse: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) => {
    const of = { scope, cohortId, deploymentId };
    return queryOptions({
      queryKey: rolloutKeys.pulse(of),
      queryFn: ({ client: cache, queryKey, signal }) =>
        nextPulse(cache, of, cache.getQueryData<Pulse>(queryKey), signal),
      refetchInterval: ({ state }) => (state.data?.settled ? SETTLED_EVERY_MS : PULSE_EVERY_MS),
    });
  },
  /**
   * One page of targets. While a list is shown its order is kept: rows change in place and neither move nor repeat.
   * `useRefreshOrder` takes a new one.
   */
  targets: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId, asked: TargetList = {}) => {
    const of = { scope, cohortId, deploymentId };
    return queryOptions({
      queryKey: rolloutKeys.targets(of, asked),
      queryFn: ({ client: cache, signal }) => readTargets(cache, of, asked, signal),
    });
  },
  /** Some of the devices that failed, for the reasons they gave: at most 100, whatever the list on screen shows. */
  failures: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) => {
    const of = { scope, cohortId, deploymentId };
    return queryOptions({
      queryKey: [...rolloutKeys.root(of), "failures"],
      refetchInterval: SETTLED_EVERY_MS,
      queryFn: ({ signal }) =>
        askTargets(of, { filter: { buckets: ["failed"] }, page: 0, perPage: 100 }, undefined, signal),
    });
  },
  /** One device in the deployment, with its attempts. */
  target: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId, deviceId: DeviceId) =>
    queryOptions({
      queryKey: [...rolloutKeys.target({ scope, cohortId, deploymentId }, deviceId), "all"],
      queryFn: ({ signal }) =>
        read(
          { what: "the device's part in the deployment", signal, decode: decodeData("target", decodeTarget) },
          (init) => client.GET(TARGET, { params: { path: { ...scope, cohortId, deploymentId, deviceId } }, ...init }),
        ),
    }),
  /** Why the device is, or is not, updating. */
  why: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId, deviceId: DeviceId) =>
    queryOptions({
      queryKey: [...rolloutKeys.target({ scope, cohortId, deploymentId }, deviceId), "why"],
      queryFn: ({ signal }) =>
        read({ what: "why the device is where it is", signal, decode: decodeWhyNot }, (init) =>
          client.GET(`${TARGET}/why`, { params: { path: { ...scope, cohortId, deploymentId, deviceId } }, ...init }),
        ),
    }),
  /** What the device logged during the deployment, as text; empty when nothing. */
  log: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId, deviceId: DeviceId) =>
    queryOptions({
      queryKey: [...rolloutKeys.target({ scope, cohortId, deploymentId }, deviceId), "log"],
      queryFn: ({ signal }) =>
        read({ what: "the device's log", signal, decode: (body) => (typeof body === "string" ? body : "") }, (init) =>
          client.GET(`${TARGET}/log`, {
            params: { path: { ...scope, cohortId, deploymentId, deviceId } },
            parseAs: "text",
            ...init,
          }),
        ),
    }),
  /** What a device is told (that one, or one that any artifact fits): as a value, as JSON text and as CBOR bytes. */
  manifest: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId, deviceId?: DeviceId) => {
    const of = { scope, cohortId, deploymentId };
    return queryOptions({
      queryKey: rolloutKeys.manifest(of, deviceId),
      queryFn: ({ signal }) => readManifest(of, deviceId, signal),
    });
  },
};

type TargetPage = Page<TargetRow> & { readonly order?: string };

async function readTargets(
  cache: QueryClient,
  of: RolloutOf,
  asked: TargetList,
  signal: AbortSignal,
): Promise<TargetPage> {
  const order = asked.order ?? keptOrder(cache, of, asked);
  const page = await askTargets(of, asked, order, signal).catch((error: unknown) => {
    // The backend no longer keeps that order: take a new one.
    if (order !== undefined && error instanceof ApiError && error.failure.kind === "gone") {
      return askTargets(of, asked, undefined, signal);
    }
    throw error;
  });
  cache.setQueryData(rolloutKeys.order(of, asked), page.order);
  return page;
}

/** An order is kept while any list of the rollout is on screen; who comes back later gets a new one. */
function keptOrder(cache: QueryClient, of: RolloutOf, asked: TargetList): string | undefined {
  const shown = cache.getQueryCache().findAll({ queryKey: rolloutKeys.targetLists(of), type: "active" });
  return shown.length === 0 ? undefined : cache.getQueryData<string>(rolloutKeys.order(of, asked));
}

function askTargets(
  { scope, cohortId, deploymentId }: RolloutOf,
  { filter = {}, sort, page, perPage }: TargetList,
  order: string | undefined,
  signal: AbortSignal,
): Promise<TargetPage> {
  const query = present({ ...targetQueryOf(filter), sort, page, perPage, order });
  return read({ what: "the devices of the rollout", signal, decode: decodeTargetPage }, (init) =>
    client.GET(`${DEPLOYMENT}/targets`, { params: { path: { ...scope, cohortId, deploymentId }, query }, ...init }),
  );
}

function targetQueryOf({ buckets, substates, reasons, phases, tagIds, ...filter }: TargetFilter) {
  const { blueprintIds: blueprintId, packageVersions: packageVersion, ...rest } = filter;
  const named = { bucket: buckets, substate: substates, reason: reasons, phase: phases, tag: tagIds };
  return { ...rest, ...named, blueprintId, packageVersion };
}

/** Forgets the kept orders of a rollout's lists and reads the lists anew. */
export function useRefreshOrder(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId): () => Promise<void> {
  const cache = useQueryClient();
  const of = { scope, cohortId, deploymentId };
  return async () => {
    cache.removeQueries({ queryKey: rolloutKeys.orders(of) });
    await cache.invalidateQueries({ queryKey: rolloutKeys.targetLists(of) });
  };
}
