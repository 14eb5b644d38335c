import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { cohortQueries } from "#api/cohorts.ts";
import { deviceQueries } from "#api/devices.ts";
import { packageQueries } from "#api/packages.ts";
import { paths } from "#navigation/paths.ts";
import type { Scope } from "./use-current-scope.ts";

export type JumpTarget = { readonly kind: "cohort" | "package" | "device"; readonly name: string; readonly to: string };

const SHOWN_OF_EACH = 5;

/** What has a name like the term: cohorts first, then packages, then devices. */
export function useJumpTargets(
  scope: Scope,
  term: string,
): { readonly targets: readonly JumpTarget[]; readonly searching: boolean } {
  const asked = { enabled: term !== "", placeholderData: keepPreviousData, refetchInterval: false } as const;
  const page = { page: 0, perPage: SHOWN_OF_EACH };
  const cohorts = useQuery({ ...cohortQueries.list(scope, { term, ...page }), ...asked });
  const devices = useQuery({ ...deviceQueries.list(scope, { filter: { term }, ...page }), ...asked });
  const packages = useQuery({ ...packageQueries.list(scope), enabled: term !== "" });
  if (term === "") return { targets: [], searching: false };

  const { projectId } = scope;
  const named = (packages.data ?? []).filter(({ id }) => id.toLowerCase().includes(term.toLowerCase()));
  return {
    searching: cohorts.isFetching || devices.isFetching || packages.isFetching,
    targets: [
      ...(cohorts.data?.list ?? []).map(({ id, name }) => ({
        kind: "cohort" as const,
        name,
        to: paths.cohort(projectId, id),
      })),
      ...named
        .slice(0, SHOWN_OF_EACH)
        .map(({ id }) => ({ kind: "package" as const, name: id, to: paths.package(projectId, id) })),
      ...(devices.data?.list ?? []).map(({ id, name }) => ({
        kind: "device" as const,
        name,
        to: paths.device(projectId, id),
      })),
    ],
  };
}
