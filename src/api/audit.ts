import { queryOptions } from "@tanstack/react-query";
import { decodeAuditPage } from "#contract/audit.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";
import { read } from "./call.ts";
import { client } from "./client.ts";
import { SETTLED_EVERY_MS } from "./polling.ts";
import { rolloutKeys } from "./rollout-keys.ts";

/** So many acts of one deployment are read: the newest. */
const NEWEST = 20;

/** Who did what; only where the backend has the capability `audit`. */
export const auditQueries = {
  /** The newest acts on a deployment, by people and by rules of its plan, newest first. Asked again after every act. */
  ofDeployment: (scope: Scope, cohortId: CohortId, deploymentId: DeploymentId) =>
    queryOptions({
      queryKey: [...rolloutKeys.root({ scope, cohortId, deploymentId }), "acts"],
      refetchInterval: SETTLED_EVERY_MS,
      queryFn: ({ signal }) =>
        read({ what: "who did what to the deployment", signal, decode: decodeAuditPage }, (init) =>
          client.GET("/v1/organizations/{organizationId}/projects/{projectId}/audit", {
            params: { path: { ...scope }, query: { object: deploymentId, limit: NEWEST } },
            ...init,
          }),
        ),
    }),
};
