import { useState } from "react";
import type { ReactNode } from "react";
import { FormDialog } from "./form-dialog.tsx";
import { TypedNameField, typedNameReason } from "./typed-name-field.tsx";

export type ConfirmDialogProps = {
  readonly open: boolean;
  /** The question: "Cancel the rest of Autumn fixes?" */
  readonly title: string;
  /** What will happen, with its counts. */
  readonly children: ReactNode;
  /** Names the act: "Cancel 702 devices". Never "OK". */
  readonly actLabel: string;
  /** Cannot be undone. */
  readonly danger?: boolean;
  /** Must be typed before the act: large acts and protected cohorts. */
  readonly typedName?: string;
  readonly pending?: boolean;
  /** Why the act has become impossible while the question stood. */
  readonly disabledReason?: string | undefined;
  /** Why the last try did not work. */
  readonly error?: string | undefined;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks once before something large or final. */
export function ConfirmDialog({ typedName, children, onConfirm, ...dialog }: ConfirmDialogProps) {
  const [typed, setTyped] = useState("");
  const untyped = typedNameReason(typedName, typed);
  return (
    <FormDialog
      {...dialog}
      closeLabel="Keep as it is"
      onSubmit={onConfirm}
      {...(untyped === undefined ? {} : { disabledReason: untyped })}
    >
      {children}
      {typedName === undefined ? null : <TypedNameField name={typedName} value={typed} onChange={setTyped} />}
    </FormDialog>
  );
}
