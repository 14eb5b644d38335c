import { infiniteQueryOptions, queryOptions, useMutation, type InfiniteData } from "@tanstack/react-query";
import { decodeDeployment, encodeDeploymentRequest } from "#contract/deployment.ts";
import { decodeData, decodePage } from "#contract/page.ts";
import { present } from "#contract/present.ts";
import type { Deployment, DeploymentRequest } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import { artifactQueries } from "./artifacts.ts";
import { lacksComponents, withComponents } from "./base-components.ts";
import { read, write } from "./call.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { MOVING_EVERY_MS, SETTLED_EVERY_MS } from "./polling.ts";
import { invalidateDeployments } from "./invalidate.ts";
import { keys } from "./keys.ts";
import { queryClient } from "./query-client.ts";

const COHORT = "/v1/organizations/{organizationId}/projects/{projectId}/cohorts/{cohortId}";
const DEPLOYMENTS = `${COHORT}/deployments` as const;
const DEPLOYMENT = `${DEPLOYMENTS}/{deploymentId}` as const;

const HISTORY_PER_PAGE = 20;

/** Deployments of a cohort. */
export const deploymentQueries = {
  all: keys.deployments,
  /** Pages of 20, newest first. */
  history: (scope: Scope, cohortId: CohortId) =>
    infiniteQueryOptions({
      queryKey: [...deploymentQueries.all(scope), cohortId, "history"],
      queryFn: async ({ signal, pageParam }) => {
        const decode = decodePage("deployments", decoderOf(cohortId));
        const page = await read({ what: "the deployments", signal, decode }, (init) =>
          client.GET(DEPLOYMENTS, {
            params: { path: { ...scope, cohortId }, query: { page: pageParam, perPage: HISTORY_PER_PAGE } },
            ...init,
          }),
        );
        return { ...page, list: await completed(scope, page.list) };
      },
      select: withoutRepeats,
      initialPageParam: 0,
      getNextPageParam: ({ page, perPage, total }) => ((page + 1) * perPage < total ? page + 1 : undefined),
      refetchInterval: ({ state }) =>
        state.data?.pages[0]?.list.some(({ settled }) => !settled) ? MOVING_EVERY_MS : SETTLED_EVERY_MS,
    }),
  one: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) =>
    queryOptions({
      queryKey: [...deploymentQueries.all(scope), cohortId, "one", deploymentId],
      queryFn: async ({ signal }) => {
        const decode = decodeData("deployment", decoderOf(cohortId));
        const deployment = await read({ what: "the deployment", signal, decode }, (init) =>
          client.GET(DEPLOYMENT, { params: { path: { ...scope, cohortId, deploymentId } }, ...init }),
        );
        const [whole = deployment] = await completed(scope, [deployment]);
        return whole;
      },
    }),
};

/** Deployments with their components; where the backend does not say them, its artifacts are asked. */
async function completed(scope: Scope, deployments: readonly Deployment[]): Promise<readonly Deployment[]> {
  if (!deployments.some(lacksComponents)) return deployments;
  const artifacts = await queryClient.query(artifactQueries.list(scope));
  return deployments.map((deployment) => withComponents(deployment, artifacts));
}

/** A start while pages are read pushes a row onto the next page as well; it is shown once. */
function withoutRepeats(data: InfiniteData<Page<Deployment>, number>): InfiniteData<Page<Deployment>, number> {
  const seen = new Set<DeploymentId>();
  const isNew = ({ id }: Deployment) => !seen.has(id) && seen.add(id).size > 0;
  return { ...data, pages: data.pages.map((page) => ({ ...page, list: page.list.filter(isNew) })) };
}

function decoderOf(cohortId: CohortId): (wire: unknown) => Deployment {
  return (wire) => decodeDeployment(wire, cohortId);
}

/** Starts a deployment. The key is made when the review opens and kept until a final answer, so that it starts once. */
export function useStartDeployment(scope: Scope, cohortId: CohortId) {
  return useMutation({
    mutationFn: ({
      request,
      idempotencyKey,
    }: {
      readonly request: DeploymentRequest;
      readonly idempotencyKey: string;
    }) =>
      write(
        {
          what: "start the deployment",
          key: idempotencyKey,
          decode: decodeData("deployment", decoderOf(cohortId)),
        },
        (init) =>
          client.POST(DEPLOYMENTS, {
            params: { path: { ...scope, cohortId } },
            body: encodeDeploymentRequest(request),
            ...init,
          }),
      ),
    // Refused as stale, or without an answer: what was reviewed has moved then too.
    onSettled: (_deployment, _error, _vars, _before, { client: cache }) => invalidateDeployments(cache, scope),
  });
}

/** What a control act carries: the revision that was seen when it was decided. */
export type ControlAct = {
  readonly controlRevision: string;
  readonly reason?: string;
  readonly idempotencyKey?: string;
};

/** Cancels what has not begun; with `stopDownloads` devices that are downloading get no more bytes. */
export function useCancelRest(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  return useMutation({
    mutationFn: ({ controlRevision, idempotencyKey = newKey(), ...rest }: ControlAct & { stopDownloads: boolean }) =>
      write(
        {
          what: "cancel the rest",
          key: idempotencyKey,
          ifMatch: controlRevision,
          decode: decodeData("deployment", decoderOf(cohortId)),
        },
        (init) =>
          client.POST(`${DEPLOYMENT}/cancel`, {
            params: { path: { ...scope, cohortId, deploymentId } },
            body: present(rest),
            ...init,
          }),
      ),
    onSettled: (_deployment, _error, _vars, _before, { client: cache }) => invalidateDeployments(cache, scope),
  });
}

/** Completes a deployment: no more joiners, pending devices expire. */
export function useComplete(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) {
  return useMutation({
    mutationFn: ({ controlRevision, idempotencyKey = newKey(), ...rest }: ControlAct) =>
      write(
        {
          what: "complete the deployment",
          key: idempotencyKey,
          ifMatch: controlRevision,
          decode: decodeData("deployment", decoderOf(cohortId)),
        },
        (init) =>
          client.POST(`${DEPLOYMENT}/complete`, {
            params: { path: { ...scope, cohortId, deploymentId } },
            body: present(rest),
            ...init,
          }),
      ),
    onSettled: (_deployment, _error, _vars, _before, { client: cache }) => invalidateDeployments(cache, scope),
  });
}
