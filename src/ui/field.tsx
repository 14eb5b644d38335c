import styled from "@emotion/styled";
import { useId } from "react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { ink, size } from "./theme/tokens.ts";

export type FieldWords = {
  readonly label: string;
  /** What to know before typing. */
  readonly help?: ReactNode;
  /** What is wrong and how to put it right; shown at once in place of the help. */
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  /** The label is for assistive technology only. */
  readonly hideLabel?: boolean | undefined;
};

type FieldProps = FieldWords & {
  readonly children: (control: {
    readonly id: string;
    readonly "aria-describedby"?: string;
    readonly "aria-invalid"?: true;
  }) => ReactNode;
};

/** A control with its label above and its help or error below. */
export function Field({ label, help, error, optional = false, hideLabel = false, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== undefined || help !== undefined;
  return (
    <FieldBox>
      <label htmlFor={id} className={hideLabel ? "hidden" : ""}>
        {label}
        {optional ? <span className="optional"> (optional)</span> : null}
      </label>
      {children({
        id,
        ...(hasNote ? { "aria-describedby": noteId } : {}),
        ...(error === undefined ? {} : { "aria-invalid": true }),
      })}
      {hasNote ? (
        <div id={noteId} className={error === undefined ? "help" : "error"}>
          {error === undefined ? null : <Icon name="warning" size={12} />}
          <span>{error ?? help}</span>
        </div>
      ) : null}
    </FieldBox>
  );
}

const FieldBox = styled.div({
  display: "grid",
  gap: 4,
  alignContent: "start",
  minWidth: 0,
  "& > label": { fontSize: 13, fontWeight: 500, lineHeight: "18px" },
  "& > label.hidden": { position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" },
  "& .optional": { fontWeight: 400, color: ink.third },
  "& > .help, & > .error": { display: "flex", gap: 6, fontSize: 12, lineHeight: "16px", color: ink.third },
  "& > .error": { color: ink.failed },
  "& > .error > svg": { flex: "none", marginTop: 2 },
  "& > :is(input, textarea, select)": {
    width: "100%",
    minHeight: size.control,
    padding: "6px 10px",
    border: `1px solid ${ink.edge}`,
    borderRadius: size.radius,
    background: ink.surface,
    fontSize: 14,
    lineHeight: "20px",
    transition: "border-color 120ms",
  },
  "& > :is(input, textarea)::placeholder": { color: ink.third, opacity: 1 },
  "& > :is(input, textarea, select):hover": { borderColor: ink.second },
  "& > :is(input, textarea, select):focus-visible": {
    outlineOffset: -1,
    borderColor: ink.accent,
    borderRadius: size.radius,
  },
  "& > [aria-invalid]": { borderColor: ink.failed },
  "& > :is(input, textarea, select):disabled": { background: ink.sunken, color: ink.third, cursor: "not-allowed" },
  "& > select": {
    appearance: "none",
    paddingRight: 28,
    background: `${ink.surface} linear-gradient(45deg, transparent 50%, currentColor 50%) no-repeat right 15px center / 5px 5px`,
    backgroundImage: `linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(-45deg, transparent 50%, currentColor 50%)`,
    backgroundPosition: "right 14px center, right 9px center",
    backgroundSize: "5px 5px",
  },
});
