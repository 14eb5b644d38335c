import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { deploymentQueries } from "#api/deployments.ts";
import { compositionOf } from "#domain/composition.ts";
import { diffCompositions, type PackageChange } from "#domain/deployment-diff.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, PackageId, Scope } from "#domain/ids.ts";

/** A deployment among its cohort's. */
export type Neighbours = {
  /** The one it replaced. Absent for the first of the cohort, and while it is looked for. */
  readonly before: Deployment | undefined;
  /** The one before it is still looked for. */
  readonly looking: boolean;
  /** What it changes against the one before, the main package first. */
  readonly changes: readonly PackageChange[];
  /** The name of another deployment of the cohort, where it is at hand. */
  readonly nameOf: (id: DeploymentId) => string | undefined;
};

/** Finds the deployment before this one. Old deployments stand on later pages of the history, which are read on the way. */
export function usePredecessor(
  scope: Scope,
  cohortId: CohortId,
  deployment: Pick<Deployment, "id" | "components">,
  mainPackageId: PackageId | undefined,
): Neighbours {
  const history = useSuspenseInfiniteQuery({
    ...deploymentQueries.history(scope, cohortId),
    // The compositions of the past do not move.
    refetchInterval: false,
  });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = history;
  const deployments = history.data.pages.flatMap(({ list }) => list);
  const at = deployments.findIndex(({ id }) => id === deployment.id);
  const before = at < 0 ? undefined : deployments[at + 1];
  const looking = before === undefined && hasNextPage && !isError;

  // The history lies behind the network, page by page.
  useEffect(() => {
    // A failure shows in `isError`.
    if (looking && !isFetchingNextPage) void fetchNextPage();
  }, [looking, isFetchingNextPage, fetchNextPage]);

  const changes = diffCompositions(
    compositionOf(before?.components ?? []),
    compositionOf(deployment.components),
    mainPackageId,
  );
  return { before, looking, changes, nameOf: (id) => deployments.find((other) => other.id === id)?.name };
}
