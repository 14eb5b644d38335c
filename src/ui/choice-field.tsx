import styled from "@emotion/styled";
import type { ComponentPropsWithRef } from "react";
import { ink, upTo } from "./theme/tokens.ts";

export type ChoiceFieldProps = Omit<ComponentPropsWithRef<"input">, "type" | "value" | "size"> & {
  /** The question that one of the choices answers. */
  readonly label: string;
  /** The choice that holds, where no form registers the field. */
  readonly chosen?: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly help: string }[];
};

/** One of two or three, each with what it means; spreads `register(…)` of a form. Arrow keys choose. */
export function ChoiceField({ label, choices, chosen, ...input }: ChoiceFieldProps) {
  return (
    <Choices>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            {...input}
            value={choice.value}
            {...(chosen === undefined ? {} : { checked: chosen === choice.value })}
          />
          <span>
            <b>{choice.label}</b>
            <span className="help">{choice.help}</span>
          </span>
        </label>
      ))}
    </Choices>
  );
}

const Choices = styled.fieldset({
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(240px, 1fr))",
  gap: 8,
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  "& > legend": { padding: "0 0 4px", fontSize: 13, fontWeight: 500, lineHeight: "18px" },
  "& > label": {
    display: "flex",
    gap: 10,
    padding: "10px 12px",
    border: `1px solid ${ink.strongLine}`,
    borderRadius: 8,
    background: ink.surface,
    cursor: "pointer",
    transition: "border-color 120ms, background-color 120ms",
  },
  "& > label:hover": { borderColor: ink.edge },
  "& > label:has(:checked)": { borderColor: ink.accent, background: ink.accentWash },
  "& > label:has(:focus-visible)": { outline: `2px solid ${ink.accent}`, outlineOffset: 2 },
  "& b": { display: "block", fontSize: 14, lineHeight: "20px", fontWeight: 500 },
  "& .help": { display: "block", marginTop: 2, fontSize: 12, lineHeight: "16px", color: ink.second },
  "& input": {
    appearance: "none",
    flex: "none",
    width: 16,
    height: 16,
    margin: "2px 0 0",
    // What has the focus is in view with its words, not only with its mark.
    scrollMargin: "24px 0 72px",
    border: `1px solid ${ink.edge}`,
    borderRadius: 8,
    background: ink.surface,
    cursor: "inherit",
  },
  "& input:checked": { border: `5px solid ${ink.accent}` },
  "& input:focus-visible": { outline: "none", borderRadius: 8 },
  "@media (forced-colors: active)": {
    "& input": { appearance: "auto" },
    "& > label:has(:checked)": { outline: "2px solid Highlight" },
  },
  [upTo.phone]: { gridTemplateColumns: "minmax(0, 1fr)" },
});
