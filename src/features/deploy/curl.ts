import { startBodyOf } from "#api/start-deployment.ts";
import type { CohortId, Scope } from "#domain/ids.ts";
import type { Submission } from "./submission.ts";

/**
 * The start as a command line for a POSIX shell, with its key, so that running it beside the button still starts once.
 * Credentials are not part of it: a proxy adds them.
 */
export function curlOf(origin: string, scope: Scope, cohortId: CohortId, submission: Submission): string {
  const path = [
    "/v1/organizations",
    scope.organizationId,
    "projects",
    scope.projectId,
    "cohorts",
    cohortId,
    "deployments",
  ]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join("/");
  return [
    `curl -X POST ${quoted(origin + path)}`,
    `  -H ${quoted("Content-Type: application/json")}`,
    `  -H ${quoted(`Idempotency-Key: ${submission.idempotencyKey}`)}`,
    `  --data-raw ${quoted(JSON.stringify(startBodyOf(submission.request)))}`,
  ].join(" \\\n");
}

/** Nothing is special to the shell between single quotes but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
