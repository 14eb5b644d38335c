import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { useHas } from "#api/capabilities.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { packageQueries } from "#api/packages.ts";
import { queryClient } from "#api/query-client.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { activeDeploymentOf, historyGrid } from "#domain/deployment-history.ts";
import { mainPackageIdOf } from "#domain/package.ts";
import { cohortIdOf, projectIdOf, useCohortId, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { BidiText } from "#ui/bidi-text.tsx";
import { Freshness } from "#ui/freshness.tsx";
import { HistoryFoot } from "./history-foot.tsx";
import { HistoryGrid } from "./history-grid.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const [scope, cohortId] = [await scopeOf(projectIdOf(params)), cohortIdOf(params)];
  await Promise.all([
    queryClient.query(cohortQueries.one(scope, cohortId)),
    queryClient.query(packageQueries.list(scope)),
    queryClient.infiniteQuery(deploymentQueries.history(scope, cohortId)),
  ]);
  return null;
}

/** What was deployed to a cohort, deployment by deployment, newest first. */
export function Component() {
  const [projectId, cohortId] = [useProjectId(), useCohortId()];
  const scope = useScope(projectId);
  const { data: cohort } = useSuspenseQuery(cohortQueries.one(scope, cohortId));
  const { data: packages } = useSuspenseQuery(packageQueries.list(scope));
  const history = useSuspenseInfiniteQuery(deploymentQueries.history(scope, cohortId));
  const showLanding = useHas("targets");

  const deployments = history.data.pages.flatMap(({ list }) => list);
  const total = history.data.pages.at(-1)?.total ?? deployments.length;
  if (deployments.length === 0) {
    return (
      <EmptyState
        drawing="deployments"
        action={
          cohort.archived ? null : (
            <LinkButton variant="primary" to={paths.deploy(projectId, cohortId)}>
              Deploy
            </LinkButton>
          )
        }
      >
        Nothing was ever deployed to <BidiText text={cohort.name} />.
      </EmptyState>
    );
  }
  const mainPackageId = mainPackageIdOf(packages);
  return (
    <>
      <HistoryGrid
        grid={historyGrid(deployments, { mainPackageId, hasOlder: history.hasNextPage })}
        mainPackageId={mainPackageId}
        activeId={cohort.activeDeploymentId ?? activeDeploymentOf(deployments)?.id}
        total={total}
        showLanding={showLanding}
        showSequence={deployments.some(({ sequenceNumber }) => sequenceNumber !== undefined)}
        rolloutPath={(id) => paths.rollout(projectId, cohortId, id)}
        rollbackPath={(id) => paths.review(projectId, cohortId, { rollback: id })}
      />
      <Freshness error={history.isFetchNextPageError ? null : history.error} dataUpdatedAt={history.dataUpdatedAt} />
      <HistoryFoot
        loaded={deployments.length}
        total={total}
        hasOlder={history.hasNextPage}
        loading={history.isFetchingNextPage}
        failure={history.isFetchNextPageError ? history.error : null}
        // Failures are shown below the grid.
        onShowOlder={() => void history.fetchNextPage()}
      />
    </>
  );
}
