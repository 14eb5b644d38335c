import styled from "@emotion/styled";
import { Suspense, useId, useState } from "react";
import type { ReactNode, SyntheticEvent } from "react";
import { Button } from "./button.tsx";
import { Callout } from "./callout.tsx";
import { useCutOff } from "./cut-off.ts";
import { DialogFrame } from "./lazy-overlays.ts";
import { ink } from "./theme/tokens.ts";

export type FormDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Names the act: "Create cohort". */
  readonly actLabel: string;
  readonly danger?: boolean;
  readonly pending?: boolean;
  /** Why the last try did not work; what was typed is kept. */
  readonly error?: string | undefined;
  readonly disabledReason?: string | undefined;
  readonly closeLabel?: string;
  readonly wide?: boolean;
  readonly onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void;
  readonly onClose: () => void;
  /** Calls back what is under way; without it the dialog stays until the answer is there. */
  readonly onStop?: (() => void) | undefined;
};

/** A short form over the page. Enter sends it, Escape closes it, the focus goes back to where it was opened. */
export function FormDialog(props: FormDialogProps) {
  const { open, title, children, actLabel, error, onSubmit, onClose, closeLabel = "Cancel" } = props;
  const { danger = false, pending = false, wide = false, onStop } = props;
  const cutOff = useCutOff();
  const disabledReason = props.disabledReason ?? cutOff;
  const titleId = useId();
  const blocked = pending || disabledReason !== undefined;
  // What is under way is called back where that is possible; else its dialog stays.
  // An act that has become impossible meanwhile is not waited for.
  const awaited = pending && props.disabledReason === undefined;
  const close = () => (awaited ? onStop?.() : onClose());
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <Suspense fallback={null}>
      <DialogFrame open={open} onClose={close} titleId={titleId} wide={wide}>
        <Form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!blocked) onSubmit(event);
          }}
        >
          <h2 id={titleId}>{title}</h2>
          <div className="content">
            {children}
            {error === undefined ? null : (
              <Callout tone="failed" live>
                {error}
              </Callout>
            )}
          </div>
          <div className="acts">
            <Button onClick={close}>{awaited && onStop !== undefined ? "Stop" : closeLabel}</Button>
            <Button
              type="submit"
              variant={danger ? "danger" : "primary"}
              pending={pending}
              disabledReason={disabledReason}
            >
              {actLabel}
            </Button>
          </div>
        </Form>
      </DialogFrame>
    </Suspense>
  );
}

const Form = styled.form({
  display: "flex",
  flexDirection: "column",
  minHeight: 0,
  "& > h2": { padding: "18px 20px 0", overflowWrap: "anywhere" },
  "& > .content": { display: "grid", gap: 14, padding: "10px 20px 18px", color: ink.second, overflowY: "auto" },
  "& > .acts": {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    gap: 8,
    padding: "12px 20px",
    borderTop: `1px solid ${ink.line}`,
  },
});
