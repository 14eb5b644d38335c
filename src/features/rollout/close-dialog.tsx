import { useState } from "react";
import styled from "@emotion/styled";
import type { Counts } from "#domain/target.ts";
import { CheckField } from "#ui/check-field.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { confirmText, stopDownloadsText, type ClosingAct } from "./confirm-text.ts";

type CloseDialogProps = {
  readonly act: ClosingAct;
  readonly deploymentName: string;
  /** A protected cohort asks for the name whatever the counts. */
  readonly isProtected: boolean;
  readonly counts: Counts;
  readonly pending: boolean;
  /** Why the last try did not work. */
  readonly error: string | undefined;
  /** What happened meanwhile, so that nothing is left to confirm. */
  readonly disabledReason: string | undefined;
  readonly onConfirm: (stopDownloads: boolean) => void;
  readonly onClose: () => void;
};

/** Asks once before a deployment is closed, with what becomes of every device. The counts follow the rollout. */
export function CloseDialog(props: CloseDialogProps) {
  const { act, deploymentName, isProtected, counts, onConfirm, ...dialog } = props;
  const [stopDownloads, setStopDownloads] = useState(false);
  const { title, lines, button, typeName } = confirmText(act, counts);
  const stops = act === "cancel" ? stopDownloadsText(counts) : undefined;
  return (
    <ConfirmDialog
      {...dialog}
      open
      danger={act === "cancel"}
      title={title}
      actLabel={button}
      onConfirm={() => onConfirm(stopDownloads)}
      {...(typeName || isProtected ? { typedName: deploymentName } : {})}
    >
      <Lines>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Lines>
      {stops === undefined ? null : (
        <CheckField checked={stopDownloads} onChange={(event) => setStopDownloads(event.target.checked)}>
          Stop the downloads too. {stops}
        </CheckField>
      )}
    </ConfirmDialog>
  );
}

const Lines = styled.ul({
  display: "grid",
  gap: 4,
  "& > li": { paddingLeft: 14, textIndent: -14 },
  "& > li::before": { content: '"– " / ""' },
});
