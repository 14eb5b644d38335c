import { encodeDeployment } from "#contract/deployment.ts";
import type { Deployment } from "#domain/deployment.ts";
import { dataAnswer } from "./answer.ts";

/** A deployment with its control revision as ETag. */
export function deploymentAnswer(deployment: Deployment): Response {
  return dataAnswer(encodeDeployment(deployment), taggedBy(deployment));
}

/** The header that names a deployment's control revision. */
export function taggedBy({ controlRevision }: Deployment): { readonly etag: string } {
  return { etag: `"${controlRevision}"` };
}
