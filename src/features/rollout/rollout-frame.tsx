import type { ReactNode } from "react";
import type { Cohort } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { DeploymentId, PackageId, ProjectId, Scope } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { Page } from "#ui/page.tsx";
import { ActiveBadge, DeploymentStateChip } from "#ui/state-chip.tsx";
import { standingOf } from "./rollout-acts.ts";

/** What a rollout's page knows before it asks how the devices stand. */
export type RolloutProps = {
  readonly scope: Scope;
  readonly cohort: Cohort;
  readonly deploymentId: DeploymentId;
  readonly mainPackageId: PackageId | undefined;
};

type RolloutFrameProps = {
  readonly projectId: ProjectId;
  readonly cohort: Cohort;
  readonly deployment: Deployment;
  readonly sentence?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** The head of a rollout's page: the way here, the name and where it stands. */
export function RolloutFrame({ projectId, cohort, deployment, sentence, actions, children }: RolloutFrameProps) {
  return (
    <Page
      title={deployment.name}
      breadcrumb={[
        { label: "Cohorts", to: paths.cohorts(projectId) },
        { label: cohort.name, to: paths.cohort(projectId, cohort.id) },
      ]}
      badge={<StandingBadge deployment={deployment} />}
      sentence={sentence}
      actions={actions}
    >
      {children}
    </Page>
  );
}

function StandingBadge({ deployment: { state } }: { readonly deployment: Deployment }) {
  const standing = standingOf(state);
  // One that has not started yet is not what the cohort runs.
  const isAhead = state === "scheduled" || state === "queued";
  if (standing !== "active" || isAhead) return <DeploymentStateChip state={state} />;
  const stands = state === "paused" || state === "halted";
  return (
    <>
      <ActiveBadge />
      {stands ? <DeploymentStateChip state={state} /> : null}
    </>
  );
}
