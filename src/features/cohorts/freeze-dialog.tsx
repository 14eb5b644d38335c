import { useState } from "react";
import { worldNowMs } from "#api/client.ts";
import { useFreezeCohort } from "#api/cohort-acts.ts";
import { keyedAct, type KeyedAct } from "#api/keyed-act.ts";
import { useScope } from "#api/scope.ts";
import { reasonProblem } from "#domain/name.ts";
import { useProjectId } from "#navigation/params.ts";
import { ReasonDialog } from "#ui/reason-dialog.tsx";
import { SelectField, TextField } from "#ui/text-field.tsx";
import { showToast } from "#ui/toasts.tsx";
import { FREEZE_SPANS, freezeEndMs, freezeEndProblem, freezeWords, spanWords, type FreezeEnd } from "./frozen-words.ts";
import type { CohortDialogProps } from "./unfreeze-dialog.tsx";

/** Stops starts and offers on a cohort, with the reason why, and until when if that is known. */
export function FreezeDialog({ cohort, onClose }: CohortDialogProps) {
  const freeze = useFreezeCohort(useScope(useProjectId()), cohort.id);
  const [end, setEnd] = useState<FreezeEnd>({ span: "open", until: "" });
  const [tried, setTried] = useState(false);
  const [last, setLast] = useState<{ readonly act: KeyedAct; readonly untilMs: number | undefined }>();
  const endProblem = freezeEndProblem(end, worldNowMs());
  const send = (reason: string) => {
    setTried(true);
    if (endProblem !== undefined) return;
    const act = keyedAct(last?.act, { reason, end });
    // "For an hour" is an hour from when it was said first.
    const sent = act === last?.act ? last : { act, untilMs: freezeEndMs(end, worldNowMs()) };
    setLast(sent);
    freeze.mutate(
      {
        reason,
        idempotencyKey: act.idempotencyKey,
        ...(sent.untilMs === undefined ? {} : { untilMs: sent.untilMs }),
      },
      {
        onSuccess: () => {
          showToast({ tone: "succeeded", text: `“${cohort.name}” is frozen.` });
          onClose();
        },
      },
    );
  };
  return (
    <ReasonDialog
      title={`Freeze ${cohort.name}?`}
      actLabel="Freeze cohort"
      help="Shown to everybody who wants to deploy to it."
      problemOf={reasonProblem}
      typedName={cohort.protected ? cohort.name : undefined}
      pending={freeze.isPending}
      error={freeze.error?.message}
      fields={
        <>
          <SelectField
            label="How long"
            value={end.span}
            options={FREEZE_SPANS.map((span) => ({ value: span, label: spanWords[span] }))}
            onChange={({ target }) =>
              setEnd({ ...end, span: FREEZE_SPANS.find((span) => span === target.value) ?? "open" })
            }
          />
          {end.span === "until" ? (
            <TextField
              type="datetime-local"
              label="Frozen until"
              help="By your own clock."
              value={end.until}
              error={tried ? endProblem : undefined}
              onChange={({ target }) => setEnd({ ...end, until: target.value })}
            />
          ) : null}
        </>
      }
      onSubmit={send}
      onClose={onClose}
    >
      {freezeWords(cohort).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </ReasonDialog>
  );
}
