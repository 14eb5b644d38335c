import { useMutation } from "@tanstack/react-query";
import { decodeDeployment } from "#contract/deployment.ts";
import { encodeDeploymentRequest } from "#contract/deployment-request.ts";
import { decodeData } from "#contract/page.ts";
import type { DeploymentRequest } from "#domain/deployment.ts";
import type { CohortId, Scope } from "#domain/ids.ts";
import { write } from "./call.ts";
import { client } from "./client.ts";
import { invalidateDeployments } from "./invalidate.ts";

/** A start and its key, made when the review opens and kept until a final answer, so that it starts once. */
type Start = { readonly request: DeploymentRequest; readonly idempotencyKey: string };

/** What a start sends, word for word, for who sends it by another way. */
export function startBodyOf(request: DeploymentRequest): unknown {
  return encodeDeploymentRequest(request);
}

/** Starts a deployment, under the plan of the request. */
export function useStartDeployment(scope: Scope, cohortId: CohortId) {
  const decode = decodeData("deployment", (wire) => decodeDeployment(wire, cohortId));
  return useMutation({
    mutationFn: ({ request, idempotencyKey }: Start) =>
      write({ what: "start the deployment", key: idempotencyKey, decode }, (init) =>
        client.POST("/v1/organizations/{organizationId}/projects/{projectId}/cohorts/{cohortId}/deployments", {
          params: { path: { ...scope, cohortId } },
          body: encodeDeploymentRequest(request),
          ...init,
        }),
      ),
    // Refused as stale, or without an answer: what was reviewed has moved then too.
    onSettled: (_deployment, _error, _vars, _before, { client: cache }) => invalidateDeployments(cache, scope),
  });
}
