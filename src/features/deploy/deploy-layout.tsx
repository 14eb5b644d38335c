import { useSuspenseInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Outlet, useMatch, useSearchParams, type LoaderFunctionArgs } from "react-router";
import { artifactQueries } from "#api/artifacts.ts";
import { capabilityQueries, useHas, useHasMore } from "#api/capabilities.ts";
import { worldNowMs } from "#api/client.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { deploymentQueries } from "#api/deployments.ts";
import { packageQueries } from "#api/packages.ts";
import { queryClient } from "#api/query-client.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import { activeDeploymentOf } from "#domain/deployment-history.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";
import { mainPackageIdOf } from "#domain/package.ts";
import { sureStorage } from "#lib/text-storage.ts";
import { cohortIdOf, projectIdOf, useCohortId, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { patterns } from "#navigation/patterns.ts";
import { Page } from "#ui/page.tsx";
import { Steps } from "#ui/steps.tsx";
import type { DeployContext, PlanRefusal } from "./deploy-context.ts";
import { draftSearch, rollbackIn } from "./deploy-search.ts";
import { repairDraft } from "./draft-repair.ts";
import { clearDraft, draftKey, readDraft, writeDraft } from "./draft-storage.ts";
import { presetOf, rollbackDraft, type DeployDraft } from "./draft.ts";
import { DEFAULT_PLAN } from "./plan-choice.ts";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  const cohortId = cohortIdOf(params);
  const rollbackTo = rollbackIn(new URL(request.url).searchParams);
  await Promise.all([
    queryClient.query(capabilityQueries.all()),
    queryClient.query(cohortQueries.one(scope, cohortId)),
    queryClient.infiniteQuery(deploymentQueries.history(scope, cohortId)),
    queryClient.query(packageQueries.list(scope)),
    queryClient.query(artifactQueries.list(scope)),
    rollbackTo === undefined ? undefined : queryClient.query(deploymentQueries.one(scope, cohortId, rollbackTo)),
  ]);
  return null;
}

/** Holds the draft that both steps work on. One cohort, or one rollback of it, is one draft. */
export function Component() {
  const scope = useScope(useProjectId());
  const cohortId = useCohortId();
  const [search] = useSearchParams();
  const rollbackTo = rollbackIn(search);
  const place = { scope, cohortId, rollbackTo, storageKey: draftKey(scope.projectId, cohortId, rollbackTo) };
  return rollbackTo === undefined ? (
    <Deploy key={place.storageKey} {...place} goal={undefined} />
  ) : (
    <DeployBack key={place.storageKey} {...place} rollbackTo={rollbackTo} />
  );
}

/** What a tab composes, kept over a reload where the browser keeps anything. */
const drafts = sureStorage(() => sessionStorage);

type Place = {
  readonly scope: Scope;
  readonly cohortId: CohortId;
  readonly rollbackTo: DeploymentId | undefined;
  readonly storageKey: string;
};

function DeployBack(place: Place & { readonly rollbackTo: DeploymentId }) {
  const { data: goal } = useSuspenseQuery(deploymentQueries.one(place.scope, place.cohortId, place.rollbackTo));
  return <Deploy {...place} goal={goal} />;
}

function Deploy({ scope, cohortId, rollbackTo, storageKey, goal }: Place & { readonly goal: Deployment | undefined }) {
  const cohort = useSuspenseQuery(cohortQueries.one(scope, cohortId));
  const history = useSuspenseInfiniteQuery(deploymentQueries.history(scope, cohortId));
  const packages = useSuspenseQuery(packageQueries.list(scope));
  const artifacts = useSuspenseQuery(artifactQueries.list(scope));
  const takesPlans = useHas("plans");
  const takesNotes = useHasMore();
  const [kept, setKept] = useState(() => readDraft(drafts, storageKey));

  const [refusal, setRefusal] = useState<PlanRefusal>();

  const deployments = history.data.pages.flatMap(({ list }) => list);
  const around = {
    active: activeDeploymentOf(deployments),
    mainPackageId: mainPackageIdOf(packages.data),
    takenNames: deployments.map(({ name }) => name),
    nowMs: worldNowMs(),
  };
  const fresh = goal === undefined ? presetOf(around) : rollbackDraft(goal, around);
  const repaired = repairDraft(kept ?? fresh, {
    packages: packages.data,
    artifacts: artifacts.data,
    activeId: around.active?.id,
  });
  const context: DeployContext = {
    scope,
    cohort: cohort.data,
    packages: packages.data,
    artifacts: artifacts.data,
    around,
    waiting: deployments.filter(({ state }) => state === "queued" || state === "scheduled"),
    rollbackTo,
    goalName: goal?.name,
    repairs: repaired.repairs,
    takesPlans,
    takesNotes,
    // A draft that was kept before another backend.
    draft: {
      ...repaired.draft,
      ...(takesPlans ? {} : { plan: DEFAULT_PLAN }),
      ...(takesNotes ? {} : { notes: "" }),
    },
    refusal,
    refuse: setRefusal,
    fresh,
    touched: kept !== undefined,
    change: (draft: DeployDraft) => {
      writeDraft(drafts, storageKey, draft);
      setKept(draft);
    },
    startOver: () => {
      clearDraft(drafts, storageKey);
      setKept(undefined);
    },
    settle: () => clearDraft(drafts, storageKey),
    refresh: async () => {
      await Promise.all([cohort.refetch(), history.refetch(), packages.refetch(), artifacts.refetch()]);
    },
  };
  return <Frame context={context} />;
}

function Frame({ context }: { readonly context: DeployContext }) {
  const { scope, cohort, rollbackTo } = context;
  const inReview = useMatch(patterns.review) !== null;
  const { projectId } = scope;
  return (
    <Page
      // Each step is a page of its own: its heading takes the focus.
      key={inReview ? "review" : "compose"}
      title={`Deploy to ${cohort.name}`}
      breadcrumb={[
        { label: "Cohorts", to: paths.cohorts(projectId) },
        { label: cohort.name, to: paths.cohort(projectId, cohort.id) },
      ]}
      sentence={
        <Steps
          label="Steps"
          steps={[
            {
              label: "Compose",
              state: inReview ? "done" : "current",
              to: paths.deploy(projectId, cohort.id, draftSearch(rollbackTo)),
            },
            { label: "Review", state: inReview ? "current" : "ahead" },
          ]}
        />
      }
    >
      <Outlet context={context} />
    </Page>
  );
}
