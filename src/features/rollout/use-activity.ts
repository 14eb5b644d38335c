import { useQuery } from "@tanstack/react-query";
import { auditQueries } from "#api/audit.ts";
import { useHas } from "#api/capabilities.ts";
import type { AuditEntry } from "#domain/audit-entry.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";

/** The newest acts on a deployment; absent while they are read, and `kept` is false where the backend keeps none. */
export type Activity = {
  readonly kept: boolean;
  readonly acts: readonly AuditEntry[] | undefined;
  readonly error: string | undefined;
};

/** Reads who did what to a deployment. */
export function useActivity(scope: Scope, cohortId: CohortId, deploymentId: DeploymentId): Activity {
  const kept = useHas("audit");
  const { data, error } = useQuery({ ...auditQueries.ofDeployment(scope, cohortId, deploymentId), enabled: kept });
  return { kept, acts: data?.list, error: error?.message };
}
