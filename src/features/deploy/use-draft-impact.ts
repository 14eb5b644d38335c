import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useHas } from "#api/capabilities.ts";
import { impactQueries } from "#api/impact.ts";
import type { ArtifactId } from "#domain/ids.ts";
import { useDebounced } from "#ui/use-debounced.ts";
import type { DeployContext } from "./deploy-context.ts";
import { requestOf } from "./draft.ts";

/** Changes that follow each other faster than this are measured once. */
const QUIET_MS = 300;

/** What the draft means for devices, by what they report, measured again while the page is open. */
export function useDraftImpact({ scope, cohort, draft, artifacts }: DeployContext) {
  const measurable = useHas("impact");
  const { artifactIds } = requestOf(draft, artifacts, undefined);
  const settled = useDebounced(artifactIds.join("\n"), QUIET_MS);
  const asked = artifactIds.join("\n") === settled ? artifactIds : NONE;
  const query = useQuery({
    ...impactQueries.of(scope, cohort.id, asked),
    enabled: measurable && asked.length > 0,
    placeholderData: keepPreviousData,
  });
  return {
    measurable,
    impact: artifactIds.length === 0 ? undefined : query.data,
    /** What is shown is of the composition before, or of none. */
    counting:
      measurable &&
      artifactIds.length > 0 &&
      !query.isError &&
      (query.isPending || query.isPlaceholderData || asked.length === 0),
    error: query.error,
    refetch: query.refetch,
    refetching: query.isFetching,
  };
}

const NONE: readonly ArtifactId[] = [];
