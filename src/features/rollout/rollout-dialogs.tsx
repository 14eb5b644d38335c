import { useCancelRest, useComplete, usePromote, useResume, useRetryTargets } from "#api/rollout-acts.ts";
import { assertNever } from "#lib/assert.ts";
import { needsReason } from "#domain/control-acts.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Scope } from "#domain/ids.ts";
import type { TargetFilter } from "#domain/target.ts";
import { formatCounted } from "#ui/format.ts";
import { showToast } from "#ui/toasts.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { promoteText, resumeText, retryText } from "./act-text.ts";
import { CloseDialog } from "./close-dialog.tsx";
import type { ClosingAct } from "./confirm-text.ts";
import { RETRIED, retriedCount } from "./retried.ts";
import { refusalOf } from "./rollout-acts.ts";
import { useControlAct, type ActSubject } from "./use-control-act.ts";

/** An act that is asked about before it is done; a retry of what a list shows says which and how many. */
export type AskedAct =
  | { readonly act: "resume" | "promote" | "retry" | "retry-and-resume" | ClosingAct }
  | { readonly act: "retry-these"; readonly filter: TargetFilter; readonly count: number };

export type RolloutDialogProps = ActSubject & {
  readonly scope: Scope;
  readonly cohort: Cohort;
  readonly asked: AskedAct;
  readonly onClose: () => void;
};

/** The dialog of an act on a rollout. Its counts follow the rollout while it is open. */
export function RolloutDialog(props: RolloutDialogProps) {
  const { asked } = props;
  switch (asked.act) {
    case "resume":
      return <ResumeDialog {...props} />;
    case "promote":
      return <PromoteDialog {...props} />;
    case "retry":
    case "retry-and-resume":
      return <RetryDialog {...props} resumes={asked.act === "retry-and-resume"} {...allFailed(props)} />;
    case "retry-these":
      return <RetryDialog {...props} resumes={false} filter={asked.filter} count={asked.count} />;
    case "cancel":
    case "complete":
      return <Closing {...props} act={asked.act} />;
    default:
      return assertNever(asked, "act on a rollout");
  }
}

function allFailed({ deployment }: RolloutDialogProps) {
  return { filter: { substates: RETRIED }, count: retriedCount(deployment.counts) };
}

function ResumeDialog(props: RolloutDialogProps) {
  const { scope, cohort, deployment, onClose } = props;
  const resume = useResume(scope, cohort.id, deployment.id);
  const { send, ...state } = useControlAct((now) => refusalOf("resume", now), props);
  const submit = async (reason: string) => {
    const failure = await send({ reason }, (sent) => resume.mutateAsync({ ...sent, ...said(reason) }));
    if (failure === undefined) finish("The rollout goes on.", onClose);
  };
  return (
    <ActDialog
      {...state}
      text={resumeText(deployment)}
      needsReason={needsReason("resume", deployment.state)}
      typedName={typedNameOf(cohort)}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

function PromoteDialog(props: RolloutDialogProps) {
  const { scope, cohort, deployment, onClose } = props;
  const promote = usePromote(scope, cohort.id, deployment.id);
  const { send, ...state } = useControlAct((now) => refusalOf("promote", now), props);
  const submit = async (reason: string) => {
    const failure = await send({ reason }, (sent) => promote.mutateAsync({ ...sent, ...said(reason) }));
    if (failure === undefined) finish("The next phase is open.", onClose);
  };
  return (
    <ActDialog
      {...state}
      text={promoteText(deployment)}
      needsReason={false}
      typedName={typedNameOf(cohort)}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

type RetryDialogProps = RolloutDialogProps & {
  readonly resumes: boolean;
  readonly filter: TargetFilter;
  readonly count: number;
};

function RetryDialog(props: RetryDialogProps) {
  const { scope, cohort, deployment, resumes, filter, count, onClose } = props;
  const retry = useRetryTargets(scope, cohort.id, deployment.id);
  const resume = useResume(scope, cohort.id, deployment.id);
  const { send, ...state } = useControlAct((now) => refusalOf(resumes ? "resume" : "retry", now), props);
  const submit = async (reason: string) => {
    const failure = await send({ reason, filter, count }, async (sent) => {
      const chosen = { filter, expectedCount: count };
      // Nothing is left to retry when only the resume failed the last time.
      if (count === 0) return resume.mutateAsync({ ...sent, ...said(reason) });
      const { controlRevision } = await retry.mutateAsync({ ...sent, ...said(reason), ...chosen });
      return resumes ? resume.mutateAsync({ ...sent, ...said(reason), controlRevision }) : undefined;
    });
    if (failure === undefined) finish(`${formatCounted(count, "device")} will be tried again.`, onClose);
  };
  return (
    <ActDialog
      {...state}
      disabledReason={state.disabledReason ?? (count === 0 && !resumes ? "No device has failed any more." : undefined)}
      text={retryText(deployment, count, resumes)}
      needsReason={resumes && needsReason("resume", deployment.state)}
      typedName={typedNameOf(cohort)}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

function Closing(props: RolloutDialogProps & { readonly act: ClosingAct }) {
  const { scope, cohort, deployment, act, onClose } = props;
  const cancelRest = useCancelRest(scope, cohort.id, deployment.id);
  const complete = useComplete(scope, cohort.id, deployment.id);
  const { send, ...state } = useControlAct((now) => refusalOf(act, now), props);
  const confirm = async (stopDownloads: boolean) => {
    const failure = await send({ stopDownloads }, (sent) =>
      act === "cancel" ? cancelRest.mutateAsync({ ...sent, stopDownloads }) : complete.mutateAsync(sent),
    );
    if (failure === undefined) finish(act === "cancel" ? "The rest was cancelled." : "Deployment completed.", onClose);
  };
  return (
    <CloseDialog
      {...state}
      act={act}
      deploymentName={deployment.name}
      protectedName={typedNameOf(cohort)}
      counts={deployment.counts}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

function typedNameOf({ name, protected: isProtected }: Cohort): string | undefined {
  return isProtected ? name : undefined;
}

function said(reason: string): { readonly reason?: string } {
  return reason === "" ? {} : { reason };
}

function finish(text: string, onClose: () => void): void {
  showToast({ tone: "succeeded", text });
  onClose();
}
