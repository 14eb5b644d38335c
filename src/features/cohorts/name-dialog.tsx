import { useEffect, useRef, useState } from "react";
import type { ApiError } from "#api/error.ts";
import { nameProblem } from "#domain/name.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { TextField } from "#ui/text-field.tsx";
import type { TextFieldProps } from "#ui/text-field.tsx";
import { TypedNameField, typedNameReason } from "#ui/typed-name-field.tsx";
import { nameFormProblem } from "./name-form.ts";

export type NameDialogProps = {
  readonly title: string;
  readonly label: string;
  readonly help: string;
  readonly actLabel: string;
  readonly name?: string;
  /** Must be typed before the act: on protected cohorts. */
  readonly typedName?: string | undefined;
  readonly pending: boolean;
  /** Why the last try did not work. */
  readonly failure: ApiError | null;
  readonly onSend: (name: string) => void;
  readonly onClose: () => void;
};

/** Asks for one name. What the backend has against it stands at the field, everything else below. */
export function NameDialog({ name = "", failure, label, help, typedName, onSend, ...dialog }: NameDialogProps) {
  const [text, setText] = useState(name);
  const [typed, setTyped] = useState("");
  const [sent, setSent] = useState<string>();
  const againstName = failure !== null && (failure.failure.kind === "conflict" || failure.failure.kind === "invalid");
  const submit = () => {
    setSent(text.trim());
    if (nameProblem(text) === undefined) onSend(text.trim());
  };
  const problem = nameFormProblem({
    text,
    ...(sent === undefined ? {} : { sent }),
    ...(againstName ? { refusal: failure.message } : {}),
  });
  return (
    <FormDialog
      open
      {...dialog}
      disabledReason={typedNameReason(typedName, typed)}
      onSubmit={submit}
      error={failure === null || againstName ? undefined : failure.message}
    >
      <NameField
        label={label}
        help={help}
        error={problem}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {typedName === undefined ? null : <TypedNameField name={typedName} value={typed} onChange={setTyped} />}
    </FormDialog>
  );
}

/** The field has the focus when the dialog opens, and again when something is wrong with what it holds. */
function NameField(props: TextFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const wrong = props.error !== undefined;
  // The focus lives in the browser.
  useEffect(() => field.current?.select(), []);
  useEffect(() => {
    if (wrong) field.current?.select();
  }, [wrong]);
  return <TextField {...props} ref={field} />;
}
