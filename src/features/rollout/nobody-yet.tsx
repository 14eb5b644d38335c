import type { Cohort } from "#domain/cohort.ts";
import type { DeploymentState } from "#domain/deployment.ts";
import type { ProjectId } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { BidiText } from "#ui/bidi-text.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { formatCounted } from "#ui/format.ts";
import { standingOf } from "./rollout-acts.ts";

type NobodyYetProps = { readonly projectId: ProjectId; readonly cohort: Cohort; readonly state: DeploymentState };

/** A deployment that no device takes part in, because its cohort had none. */
export function NobodyYet({ projectId, cohort, state }: NobodyYetProps) {
  if (state === "scheduled" || state === "queued") {
    return (
      <Card>
        <EmptyState drawing="devices">
          Its devices are decided when it starts. {formatCounted(cohort.deviceCount, "device")}{" "}
          {cohort.deviceCount === 1 ? "is" : "are"} in <BidiText text={cohort.name} maxLength={60} /> now.
        </EmptyState>
      </Card>
    );
  }
  if (standingOf(state) !== "active") {
    return (
      <Card>
        <EmptyState drawing="devices">No device took part in this deployment.</EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <EmptyState
        drawing="devices"
        action={<LinkButton to={paths.cohortDevices(projectId, cohort.id)}>Add devices</LinkButton>}
      >
        <BidiText text={cohort.name} maxLength={60} /> has no {cohort.deviceCount === 0 ? "" : "enabled "}devices. Each
        one that joins gets this deployment at once.
      </EmptyState>
    </Card>
  );
}
