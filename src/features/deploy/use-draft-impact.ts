import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useHas } from "#api/capabilities.ts";
import { impactQueries } from "#api/impact.ts";
import type { ArtifactId } from "#domain/ids.ts";
import { useDebounced } from "#ui/use-debounced.ts";
import type { DeployContext } from "./deploy-context.ts";
import { requestOf } from "./draft.ts";
import { planChoiceProblem } from "./plan-choice.ts";

/** Changes that follow each other faster than this are measured once. */
const QUIET_MS = 300;

/** What the draft means for devices, by what they report, measured again while the page is open. */
export function useDraftImpact({ scope, cohort, draft, artifacts, around }: DeployContext) {
  const measurable = useHas("impact");
  const { artifactIds, plan } = requestOf(draft, artifacts, undefined);
  // A plan that is not right yet changes no numbers; who starts it names one that is.
  const asked = planChoiceProblem(draft.plan, around.nowMs) === undefined ? { artifactIds, plan } : { artifactIds };
  const text = JSON.stringify(asked);
  const settled = useDebounced(text, QUIET_MS) === text;
  const query = useQuery({
    ...impactQueries.of(scope, cohort.id, settled ? asked.artifactIds : NONE, settled ? asked.plan : undefined),
    enabled: measurable && settled && artifactIds.length > 0,
    placeholderData: keepPreviousData,
  });
  return {
    measurable,
    impact: artifactIds.length === 0 ? undefined : query.data,
    /** What is shown is of the composition or the plan before, or of none. */
    counting:
      measurable &&
      artifactIds.length > 0 &&
      !query.isError &&
      (query.isPending || query.isPlaceholderData || !settled),
    error: query.error,
    refetch: query.refetch,
    refetching: query.isFetching,
  };
}

const NONE: readonly ArtifactId[] = [];
