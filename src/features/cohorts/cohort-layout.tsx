import styled from "@emotion/styled";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Outlet, useMatch } from "react-router";
import type { LoaderFunctionArgs } from "react-router";
import { worldNowMs } from "#api/client.ts";
import { cohortQueries } from "#api/cohorts.ts";
import { queryClient } from "#api/query-client.ts";
import { scopeOf, useScope } from "#api/scope.ts";
import type { Cohort } from "#domain/cohort.ts";
import { cohortSentence } from "#domain/cohort-sentence.ts";
import { cohortIdOf, projectIdOf, useCohortId, useProjectId } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { patterns } from "#navigation/patterns.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { frozenReason } from "#ui/frozen-reason.ts";
import { Page } from "#ui/page.tsx";
import { Sentence } from "#ui/sentence.tsx";
import { SentenceParts } from "#ui/sentence-parts.tsx";
import { TabsNav } from "#ui/tabs-nav.tsx";
import { useTick } from "#ui/use-tick.ts";
import { CohortMarks } from "./cohort-marks.tsx";
import { CohortMenu } from "./cohort-menu.tsx";
import { FilterLine } from "./filter-line.tsx";
import { FrozenCallout } from "./frozen-callout.tsx";
import { YankedNote } from "./yanked-note.tsx";

export async function loader({ params }: LoaderFunctionArgs) {
  const scope = await scopeOf(projectIdOf(params));
  await queryClient.query(cohortQueries.one(scope, cohortIdOf(params)));
  return null;
}

/** What a cohort is and how it stands; its deployments and its devices are pages within. */
export function Component() {
  const [projectId, cohortId] = [useProjectId(), useCohortId()];
  const { data: cohort } = useSuspenseQuery(cohortQueries.one(useScope(projectId), cohortId));
  const onDevices = useMatch(patterns.cohortDevices) !== null;
  return (
    <Page
      title={cohort.name}
      breadcrumb={[{ label: "Cohorts", to: paths.cohorts(projectId) }]}
      badge={<CohortMarks cohort={cohort} />}
      sentence={<StateSentence cohort={cohort} />}
      {...(cohort.archived ? {} : { actions: <Acts cohort={cohort} /> })}
    >
      <About>
        {cohort.filter === undefined ? null : <FilterLine cohort={cohort} filter={cohort.filter} />}
        <FrozenCallout cohort={cohort} />
        <YankedNote projectId={projectId} cohort={cohort} />
      </About>
      <TabsNav
        label="Cohort"
        tabs={[
          {
            label: "Deployments",
            to: paths.cohort(projectId, cohortId),
            current: !onDevices,
            ...deploymentCountOf(cohort),
          },
          {
            label: "Devices",
            to: paths.cohortDevices(projectId, cohortId),
            current: onDevices,
            count: cohort.deviceCount,
          },
        ]}
      />
      <Outlet />
    </Page>
  );
}

/** A backend with the base only tells whether there is a deployment, and not how many. */
function deploymentCountOf({ activeDeployment, activeDeploymentId, deploymentCount }: Cohort) {
  return activeDeployment === undefined && activeDeploymentId !== undefined ? {} : { count: deploymentCount };
}

function StateSentence({ cohort }: { readonly cohort: Cohort }) {
  const projectId = useProjectId();
  const nowMs = useTick(worldNowMs);
  const { activeDeploymentId } = cohort;
  const parts = cohortSentence(cohort);
  // Without a deployment there are no numbers of one.
  const rollout = (search: { bucket?: readonly string[]; substate?: readonly string[] } = {}) =>
    activeDeploymentId === undefined
      ? paths.cohort(projectId, cohort.id)
      : paths.rollout(projectId, cohort.id, activeDeploymentId, search);
  return (
    <Sentence className={cohort.activeDeployment?.settled === false ? "live figures-below" : ""}>
      <SentenceParts
        parts={parts}
        figureTo={({ buckets, substates }) => rollout({ bucket: buckets, substate: substates })}
        nameTo={rollout()}
        nowMs={nowMs}
      />
    </Sentence>
  );
}

function Acts({ cohort }: { readonly cohort: Cohort }) {
  const projectId = useProjectId();
  return (
    <>
      <CohortMenu cohort={cohort} />
      <LinkButton to={paths.cohortDevices(projectId, cohort.id, { add: true })}>Add devices</LinkButton>
      {cohort.frozen === undefined ? (
        <LinkButton variant="primary" to={paths.deploy(projectId, cohort.id)}>
          Deploy
        </LinkButton>
      ) : (
        <Button variant="primary" disabledReason={frozenReason(cohort.frozen)}>
          Deploy
        </Button>
      )}
    </>
  );
}

const About = styled.div({ display: "grid", gap: 10, marginBottom: 14, "&:empty": { display: "none" } });
