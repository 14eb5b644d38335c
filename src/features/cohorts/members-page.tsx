import { useSuspenseQuery } from "@tanstack/react-query";
import type { LoaderFunctionArgs } from "react-router";
import { blueprintQueries } from "#api/blueprints.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { deviceQueries } from "#api/devices.ts";
import { packageQueries } from "#api/packages.ts";
import { queryClient } from "#api/query-client.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { tagQueries } from "#api/tags.ts";
import { cohortIdOf, projectIdOf, useCohortId, useProjectId } from "#navigation/params.ts";
import { searchOf, useUrlState } from "#navigation/url-state.ts";
import { AddDevices } from "./add-devices.tsx";
import { Members } from "./members.tsx";
import { COHORTS_TO_CHOOSE_FROM, devicesQueryOf, membersSearch } from "./members-search.ts";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const [scope, cohortId] = [await scopeOf(projectIdOf(params)), cohortIdOf(params)];
  const search = searchOf(membersSearch, request);
  const [{ activeDeploymentId }] = await Promise.all([
    queryClient.query(cohortQueries.one(scope, cohortId)),
    queryClient.query(deviceQueries.list(scope, devicesQueryOf(search, cohortId))),
    queryClient.query(tagQueries.list(scope)),
    queryClient.query(blueprintQueries.list(scope)),
    queryClient.query(packageQueries.list(scope)),
    ...(search.add ? [queryClient.query(cohortQueries.list(scope, COHORTS_TO_CHOOSE_FROM))] : []),
  ]);
  if (activeDeploymentId !== undefined) {
    await queryClient.query(deploymentQueries.one(scope, cohortId, activeDeploymentId));
  }
  return null;
}

/** Who is in the cohort; with `add` in the address, who could be. */
export function Component() {
  const [projectId, cohortId] = [useProjectId(), useCohortId()];
  const scope = useScope(projectId);
  const { data: cohort } = useSuspenseQuery(cohortQueries.one(scope, cohortId));
  const [search, setSearch] = useUrlState(membersSearch);
  const adding = search.add && !cohort.archived;
  const props = { cohort, search: { ...search, add: adding }, onSearch: setSearch };
  return adding ? <AddDevices {...props} /> : <Members {...props} />;
}
