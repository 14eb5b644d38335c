import { useState } from "react";
import { useCancelRest, useComplete } from "#api/rollout-acts.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { CohortId, DeploymentId, Scope } from "#domain/ids.ts";
import { paths } from "#navigation/paths.ts";
import { Button, ButtonRow, LinkButton } from "#ui/button.tsx";
import { showToast } from "#ui/toasts.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import type { ClosingAct } from "./confirm-text.ts";
import { cancelAllowance, completeAllowance, rollBackAllowance, standingOf, type Allowance } from "./rollout-acts.ts";

type RolloutControlsProps = {
  readonly scope: Scope;
  readonly cohortId: CohortId;
  readonly isProtected: boolean;
  readonly deployment: Deployment;
  /** The deployment before this one. */
  readonly beforeId: DeploymentId | undefined;
  /** Why nothing can be changed now, e.g. because the backend does not answer. */
  readonly cutOff: string | undefined;
  readonly onStale: () => Promise<unknown>;
};

/** What can be done to a rollout. Acts that the state forbids stay, with the reason. */
export function RolloutControls(props: RolloutControlsProps) {
  const { scope, cohortId, deployment, beforeId, cutOff } = props;
  const [asked, setAsked] = useState<ClosingAct>();
  const reasonOf = (allowance: Allowance) => cutOff ?? (allowance.allowed ? undefined : allowance.reason);
  const isPast = standingOf(deployment.state) === "superseded";
  const goal = isPast ? deployment.id : beforeId;
  const noWayBack = reasonOf(rollBackAllowance(goal !== undefined));
  const rollBackWords = isPast ? "Roll back to this…" : "Roll back…";
  return (
    <ButtonRow>
      {noWayBack === undefined && goal !== undefined ? (
        <LinkButton icon="back" to={paths.review(scope.projectId, cohortId, { rollback: goal })}>
          {rollBackWords}
        </LinkButton>
      ) : (
        <Button icon="back" disabledReason={noWayBack}>
          {rollBackWords}
        </Button>
      )}
      <Button disabledReason={reasonOf(completeAllowance(deployment))} onClick={() => setAsked("complete")}>
        Complete…
      </Button>
      <Button
        variant="quiet-danger"
        disabledReason={reasonOf(cancelAllowance(deployment))}
        onClick={() => setAsked("cancel")}
      >
        Cancel the rest…
      </Button>
      {asked === undefined ? null : <Closing {...props} act={asked} onClose={() => setAsked(undefined)} />}
    </ButtonRow>
  );
}

function Closing(props: RolloutControlsProps & { readonly act: ClosingAct; readonly onClose: () => void }) {
  const { scope, cohortId, deployment, isProtected, act, onClose, onStale } = props;
  const { controlRevision, name, counts, id } = deployment;
  const cancelRest = useCancelRest(scope, cohortId, id);
  const complete = useComplete(scope, cohortId, id);
  const { error, isPending } = act === "cancel" ? cancelRest : complete;
  const allowance = act === "cancel" ? cancelAllowance(deployment) : completeAllowance(deployment);
  const outcome = {
    onSuccess: () => {
      showToast({ tone: "succeeded", text: act === "cancel" ? "The rest was cancelled." : "Deployment completed." });
      onClose();
    },
    // The next try is decided on what is true now.
    onError: () => void onStale(),
  };
  const confirm = (stopDownloads: boolean) =>
    act === "cancel"
      ? cancelRest.mutate({ controlRevision, stopDownloads }, outcome)
      : complete.mutate({ controlRevision }, outcome);
  return (
    <CloseDialog
      act={act}
      deploymentName={name}
      isProtected={isProtected}
      counts={counts}
      pending={isPending}
      error={allowance.allowed ? error?.message : allowance.reason}
      disabledReason={allowance.allowed ? undefined : allowance.reason}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
