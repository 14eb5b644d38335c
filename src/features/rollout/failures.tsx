import { useQuery } from "@tanstack/react-query";
import { rolloutQueries } from "#api/rollout.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";
import type { Counts, Substate } from "#domain/target.ts";
import { failureGroups } from "./failure-groups.ts";
import { FailuresCard } from "./failures-card.tsx";

type FailuresProps = {
  readonly scope: Scope;
  readonly cohortId: CohortId;
  readonly deploymentId: DeploymentId;
  readonly counts: Counts;
  /** It was halted by failures, of which some may be tried again. */
  readonly halted: boolean;
  readonly paused: boolean;
  readonly toOf: (failure: Substate, reason?: number) => string;
};

/** The failures of a rollout. Their counts are live; the reasons, which some devices give, follow at leisure. */
export function Failures({ scope, cohortId, deploymentId, counts, halted, paused, toOf }: FailuresProps) {
  const { data } = useQuery({
    ...rolloutQueries.failures(scope, cohortId, deploymentId),
    enabled: counts.buckets.failed > 0,
    ...(paused ? { refetchInterval: false, refetchOnWindowFocus: false } : {}),
  });
  return <FailuresCard groups={failureGroups(counts, data?.list ?? [])} triesLeft={halted} toOf={toOf} />;
}
