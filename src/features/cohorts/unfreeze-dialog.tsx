import { useState } from "react";
import { useUnfreezeCohort } from "#api/cohort-acts.ts";
import { keyedAct, type KeyedAct } from "#api/keyed-act.ts";
import { useScope } from "#api/scope.ts";
import type { Cohort } from "#domain/cohort.ts";
import { reasonProblem } from "#domain/name.ts";
import { useProjectId } from "#navigation/params.ts";
import { ReasonDialog } from "#ui/reason-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import { thawWords } from "./frozen-words.ts";

export type CohortDialogProps = { readonly cohort: Cohort; readonly onClose: () => void };

export type UnfreezeDialogProps = CohortDialogProps & {
  /** It was done; the dialog closes by itself. */
  readonly onDone?: () => void;
};

/** Lets starts and offers go on, with the reason why. */
export function UnfreezeDialog({ cohort, onDone, onClose }: UnfreezeDialogProps) {
  const unfreeze = useUnfreezeCohort(useScope(useProjectId()), cohort.id);
  const [last, setLast] = useState<KeyedAct>();
  const send = (reason: string) => {
    const act = keyedAct(last, { reason });
    setLast(act);
    unfreeze.mutate(
      { reason, idempotencyKey: act.idempotencyKey },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `“${cohort.name}” is no longer frozen.` });
          onClose();
          onDone?.();
        },
      },
    );
  };
  return (
    <ReasonDialog
      title={`Unfreeze ${cohort.name}?`}
      actLabel="Unfreeze cohort"
      help="Kept for whoever looks up later why it was done."
      problemOf={reasonProblem}
      typedName={cohort.protected ? cohort.name : undefined}
      pending={unfreeze.isPending}
      error={unfreeze.error?.message}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{thawWords(cohort)}</p>
    </ReasonDialog>
  );
}
