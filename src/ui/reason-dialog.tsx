import { useState } from "react";
import type { ReactNode } from "react";
import { FormDialog } from "./form-dialog.tsx";
import { TextArea } from "./text-field.tsx";
import { TypedNameField, typedNameReason } from "./typed-name-field.tsx";

export type ReasonDialogProps = {
  /** The question: "Freeze Production EU?" */
  readonly title: string;
  /** What will happen, in sentences. */
  readonly children: ReactNode;
  /** Names the act: "Freeze cohort". */
  readonly actLabel: string;
  readonly danger?: boolean;
  /** Who reads the reason, and where. */
  readonly help: string;
  /** What is wrong with a reason, as a sentence. */
  readonly problemOf: (reason: string) => string | undefined;
  /** A reason is welcome, and not needed. */
  readonly optional?: boolean;
  /** Must be typed before the act: on protected cohorts. */
  readonly typedName?: string | undefined;
  /** More to fill in, between the explanation and the reason. */
  readonly fields?: ReactNode;
  readonly pending: boolean;
  /** Why the act has become impossible while the question stood. */
  readonly disabledReason?: string | undefined;
  /** Why the last try did not work. */
  readonly error?: string | undefined;
  /** Called with the trimmed reason once that is in order. */
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
};

/** Asks why before something is done that others will want to understand. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { children, help, problemOf, optional = false, typedName, fields, onSubmit, ...dialog } = props;
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const problem = problemOf(reason);
  const submit = () => {
    setTried(true);
    if (problem === undefined) onSubmit(reason.trim());
  };
  return (
    <FormDialog
      open
      {...dialog}
      disabledReason={props.disabledReason ?? typedNameReason(typedName, typed)}
      onSubmit={submit}
    >
      {children}
      {fields}
      <TextArea
        label="Reason"
        optional={optional}
        rows={2}
        help={help}
        error={tried ? problem : undefined}
        value={reason}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to say why
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      {typedName === undefined ? null : <TypedNameField name={typedName} value={typed} onChange={setTyped} />}
    </FormDialog>
  );
}
