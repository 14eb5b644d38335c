import { usePause, useResume } from "#api/rollout-acts.ts";
import type { ControlAct } from "#domain/control-acts.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { DeploymentId, Scope } from "#domain/ids.ts";
import { openPhaseOf } from "#domain/rollout-sentence-phase.ts";
import { paths } from "#navigation/paths.ts";
import { Button, ButtonRow, LinkButton } from "#ui/button.tsx";
import { formatCount } from "#ui/format.ts";
import { MenuButton } from "#ui/menu-button.tsx";
import { showToast } from "#ui/toasts.tsx";
import { retriedCount } from "./retried.ts";
import { refusalOf, rollBackRefusal, standingOf } from "./rollout-acts.ts";
import type { AskedAct } from "./rollout-dialogs.tsx";
import { useControlAct, type ActSubject } from "./use-control-act.ts";

export type RolloutControlsProps = ActSubject & {
  readonly scope: Scope;
  readonly cohort: Cohort;
  /** The deployment before this one. */
  readonly beforeId: DeploymentId | undefined;
  /** Why nothing can be changed now, e.g. because the backend does not answer. */
  readonly cutOff: string | undefined;
  readonly onAsk: (asked: AskedAct) => void;
};

/** What can be done to a rollout. Acts that the state forbids stay, with the reason. */
export function RolloutControls(props: RolloutControlsProps) {
  const { deployment, cutOff, onAsk } = props;
  const refusal = (act: ControlAct) => cutOff ?? refusalOf(act, deployment);
  const open = openPhaseOf(deployment.phases);
  const hasPhases = deployment.plan.phases.length > 1;
  const ask = (act: "promote" | "complete" | "cancel" | "retry") => ({
    onSelect: () => onAsk({ act }),
    disabledReason: refusal(act),
  });
  const failed = retriedCount(deployment.counts);
  return (
    <ButtonRow>
      <RollBack {...props} />
      <MenuButton
        label="More"
        choices={[
          {
            key: "retry",
            label: failed === 0 ? "Retry failed…" : `Retry ${formatCount(failed)} failed…`,
            ...ask("retry"),
          },
          { key: "complete", label: "Complete…", ...ask("complete") },
          { key: "cancel", label: "Cancel the rest…", ...ask("cancel") },
        ]}
      />
      {hasPhases ? (
        <Button
          variant={open?.state === "ready" && deployment.state === "in-progress" ? "primary" : "default"}
          disabledReason={refusal("promote")}
          onClick={() => onAsk({ act: "promote" })}
        >
          Promote now…
        </Button>
      ) : null}
      {deployment.state === "paused" || deployment.state === "halted" ? <Resume {...props} /> : <Pause {...props} />}
    </ButtonRow>
  );
}

type RollBackProps = Pick<RolloutControlsProps, "scope" | "cohort" | "deployment" | "beforeId" | "cutOff"> & {
  readonly size?: "small" | "medium";
};

/** Roll back to the deployment before this one; from the past, to this one. */
export function RollBack(props: RollBackProps) {
  const { scope, cohort, deployment, beforeId, cutOff, size = "medium" } = props;
  const isPast = standingOf(deployment.state) === "superseded";
  const goal = isPast ? deployment.id : beforeId;
  const refusal = cutOff ?? rollBackRefusal(goal !== undefined);
  const words = isPast ? "Roll back to this…" : "Roll back…";
  if (refusal !== undefined || goal === undefined) {
    return (
      <Button icon="back" size={size} disabledReason={refusal}>
        {words}
      </Button>
    );
  }
  return (
    <LinkButton icon="back" size={size} to={paths.review(scope.projectId, cohort.id, { rollback: goal })}>
      {words}
    </LinkButton>
  );
}

/** One activation, never confirmed: whoever pauses has no time. */
function Pause({ scope, cohort, deployment, onStale, cutOff }: RolloutControlsProps) {
  const pause = usePause(scope, cohort.id, deployment.id);
  return (
    <Button
      icon="paused"
      pending={pause.isPending}
      disabledReason={cutOff ?? refusalOf("pause", deployment)}
      onClick={() =>
        pause.mutate(
          {},
          {
            onError: ({ message }) => {
              showToast({ tone: "failed", text: message });
              // What is shown may be old: the page says so itself when it cannot be read anew.
              void onStale();
            },
          },
        )
      }
    >
      Pause
    </Button>
  );
}

/** Out of a halt, and on a protected cohort, it asks first; else it is as quick as the pause was. */
function Resume(props: RolloutControlsProps) {
  const { scope, cohort, deployment, cutOff, onAsk } = props;
  const resume = useResume(scope, cohort.id, deployment.id);
  const { send, pending } = useControlAct((now) => refusalOf("resume", now), props);
  const asks = deployment.state === "halted" || cohort.protected;
  const resumeNow = async () => {
    const failure = await send({}, (sent) => resume.mutateAsync(sent));
    if (failure !== undefined) showToast({ tone: "failed", text: failure });
  };
  return (
    <Button
      icon="play"
      pending={pending}
      disabledReason={cutOff}
      // A failure shows as a notice.
      onClick={() => (asks ? onAsk({ act: "resume" }) : void resumeNow())}
    >
      {asks ? "Resume…" : "Resume"}
    </Button>
  );
}
