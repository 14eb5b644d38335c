import { reasonProblem } from "#domain/name.ts";
import { ReasonDialog } from "#ui/reason-dialog.tsx";
import type { ActText } from "./act-text.ts";
import { ConsequenceLines } from "./consequence-lines.tsx";
import type { ActState } from "./use-control-act.ts";

type ActDialogProps = ActState & {
  readonly text: ActText;
  readonly needsReason: boolean;
  readonly typedName: string | undefined;
  readonly onSubmit: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
};

/** Says what an act does, with its counts, and asks why it is done: always, or only for the record. */
export function ActDialog({ text, needsReason, onSubmit, ...dialog }: ActDialogProps) {
  const { title, lines, button } = text;
  return (
    <ReasonDialog
      {...dialog}
      error={dialog.error ?? dialog.disabledReason}
      title={title}
      actLabel={button}
      optional={!needsReason}
      help="Kept with the act for everybody to read."
      problemOf={(reason) => (!needsReason && reason.trim() === "" ? undefined : reasonProblem(reason))}
      // A failure shows in the dialog.
      onSubmit={(reason) => void onSubmit(reason)}
    >
      <ConsequenceLines lines={lines} />
    </ReasonDialog>
  );
}
