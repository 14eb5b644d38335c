import { useSuspenseQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from "react-router";
import { backendHas, useHas } from "#api/capabilities.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { packageQueries } from "#api/packages.ts";
import { queryClient } from "#api/query-client.ts";
import { rolloutQueries } from "#api/rollout.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { mainPackageIdOf } from "#domain/package.ts";
import {
  cohortIdOf,
  deploymentIdOf,
  projectIdOf,
  useCohortId,
  useDeploymentId,
  useProjectId,
} from "#navigation/params.ts";
import { searchOf } from "#navigation/url-state.ts";
import { loadLanding, loadYankedNote } from "./lazy-parts.ts";
import { PlainRollout } from "./plain-rollout.tsx";
import { rolloutSearch, targetsQueryOf } from "./rollout-search.ts";
import { WatchedRollout } from "./watched-rollout.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  const [cohortId, deploymentId] = [cohortIdOf(params), deploymentIdOf(params)];
  const asked = targetsQueryOf(searchOf(rolloutSearch, request));
  const readDevices = async () => {
    if (!(await backendHas("targets")) || !(await backendHas("pulse"))) return;
    // The pulse comes first, so that the next one tells all that happens to the rows from here on.
    await queryClient.query(rolloutQueries.pulse(scope, cohortId, deploymentId));
    await queryClient.query(rolloutQueries.targets(scope, cohortId, deploymentId, asked));
  };
  await Promise.all([
    queryClient.query(cohortQueries.one(scope, cohortId)),
    queryClient
      .query(deploymentQueries.one(scope, cohortId, deploymentId))
      .then(({ yanked }) => (yanked === undefined ? undefined : loadYankedNote())),
    queryClient.infiniteQuery(deploymentQueries.history(scope, cohortId)),
    queryClient.query(packageQueries.list(scope)),
    readDevices(),
    loadLanding(),
  ]);
  return null;
}

/** Opening a device beside the list asks for nothing that is on the page already. */
export function shouldRevalidate(change: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, currentParams, nextParams } = change;
  const isSameList =
    currentUrl.search === nextUrl.search &&
    currentParams["cohortId"] === nextParams["cohortId"] &&
    currentParams["deploymentId"] === nextParams["deploymentId"];
  return isSameList && currentUrl.pathname !== nextUrl.pathname ? false : change.defaultShouldRevalidate;
}

export function Component() {
  const scope = useScope(useProjectId());
  const [cohortId, deploymentId] = [useCohortId(), useDeploymentId()];
  const { data: cohort } = useSuspenseQuery(cohortQueries.one(scope, cohortId));
  const { data: packages } = useSuspenseQuery(packageQueries.list(scope));
  const [hasTargets, hasPulse] = [useHas("targets"), useHas("pulse")];
  const mainPackageId = mainPackageIdOf(packages);
  const Rollout = hasTargets && hasPulse ? WatchedRollout : PlainRollout;
  return <Rollout key={deploymentId} {...{ scope, cohort, deploymentId, mainPackageId }} />;
}
