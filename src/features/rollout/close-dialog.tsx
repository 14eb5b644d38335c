import { useState } from "react";
import type { Counts } from "#domain/target.ts";
import { CheckField } from "#ui/check-field.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { ConsequenceLines } from "./consequence-lines.tsx";
import { confirmText, stopDownloadsText, type ClosingAct } from "./confirm-text.ts";

type CloseDialogProps = {
  readonly act: ClosingAct;
  readonly deploymentName: string;
  /** A protected cohort asks for its own name, whatever the counts. */
  readonly protectedName: string | undefined;
  readonly counts: Counts;
  readonly pending: boolean;
  /** Why the last try did not work. */
  readonly error: string | undefined;
  /** What happened meanwhile, so that nothing is left to confirm. */
  readonly disabledReason: string | undefined;
  readonly onConfirm: (stopDownloads: boolean) => Promise<unknown>;
  readonly onClose: () => void;
};

/** Asks once before a deployment is closed, with what becomes of every device. The counts follow the rollout. */
export function CloseDialog(props: CloseDialogProps) {
  const { act, deploymentName, protectedName, counts, onConfirm, ...dialog } = props;
  const [stopDownloads, setStopDownloads] = useState(false);
  const { title, lines, button, typeName } = confirmText(act, counts);
  const typedName = protectedName ?? (typeName ? deploymentName : undefined);
  const stops = act === "cancel" ? stopDownloadsText(counts) : undefined;
  return (
    <ConfirmDialog
      {...dialog}
      error={dialog.error ?? dialog.disabledReason}
      open
      danger={act === "cancel"}
      title={title}
      actLabel={button}
      // A failure shows in the dialog.
      onConfirm={() => void onConfirm(stopDownloads)}
      {...(typedName === undefined ? {} : { typedName })}
    >
      <ConsequenceLines lines={lines} />
      {stops === undefined ? null : (
        <CheckField checked={stopDownloads} onChange={(event) => setStopDownloads(event.target.checked)}>
          Stop the downloads too. {stops}
        </CheckField>
      )}
    </ConfirmDialog>
  );
}
