import { infiniteQueryOptions, queryOptions, type InfiniteData } from "@tanstack/react-query";
import { decodeDeployment } from "#contract/deployment.ts";
import { decodeData, decodePage } from "#contract/page.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";
import type { Page } from "#domain/project.ts";
import { artifactQueries } from "./artifacts.ts";
import { lacksComponents, withComponents } from "./base-components.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { MOVING_EVERY_MS, SETTLED_EVERY_MS } from "./polling.ts";
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
