import { useState } from "react";
import { useProtectCohort, useUnprotectCohort } from "#api/cohort-acts.ts";
import { keyedAct, type KeyedAct } from "#api/keyed-act.ts";
import { useScope } from "#api/scope.ts";
import { reasonProblem } from "#domain/name.ts";
import { useProjectId } from "#navigation/params.ts";
import { ReasonDialog } from "#ui/reason-dialog.tsx";
import { showToast } from "#ui/toasts.tsx";
import type { CohortDialogProps } from "./unfreeze-dialog.tsx";

/** Makes acts on a cohort ask for its name, or no longer. */
export function ProtectionDialog({ cohort, onClose }: CohortDialogProps) {
  const scope = useScope(useProjectId());
  const protect = useProtectCohort(scope, cohort.id);
  const unprotect = useUnprotectCohort(scope, cohort.id);
  const [last, setLast] = useState<KeyedAct>();
  // What it was when the dialog opened: its words stay while it closes.
  const [was] = useState(cohort.protected);
  const { mutate, isPending, error } = was ? unprotect : protect;
  const send = (reason: string) => {
    const act = keyedAct(last, { reason });
    setLast(act);
    mutate(
      { reason, idempotencyKey: act.idempotencyKey },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `“${cohort.name}” is ${was ? "no longer" : "now"} protected.` });
          onClose();
        },
      },
    );
  };
  return (
    <ReasonDialog
      title={was ? `Unprotect ${cohort.name}?` : `Protect ${cohort.name}?`}
      actLabel={was ? "Unprotect cohort" : "Protect cohort"}
      help="Kept for whoever looks up later why it was done."
      problemOf={reasonProblem}
      typedName={was ? cohort.name : undefined}
      pending={isPending}
      error={error?.message}
      onSubmit={send}
      onClose={onClose}
    >
      <p>
        {was
          ? "Acts on it no longer ask for its name."
          : "From then on whoever deploys to it, cancels, freezes, changes or removes it types its name first."}
      </p>
    </ReasonDialog>
  );
}
