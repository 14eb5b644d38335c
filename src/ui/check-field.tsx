import styled from "@emotion/styled";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { ink } from "./theme/tokens.ts";

export type CheckFieldProps = Omit<ComponentPropsWithRef<"input">, "type" | "size"> & {
  readonly children: ReactNode;
  /** Some, not all. */
  readonly mixed?: boolean;
};

/** A checkbox with its words, perhaps only for assistive technology; spreads `register(…)` of a form. */
export function CheckField({ children, mixed = false, ref, ...input }: CheckFieldProps) {
  return (
    <Label>
      <input
        type="checkbox"
        {...input}
        ref={(element) => {
          // Not an attribute: only the property makes a checkbox mixed.
          if (element !== null) element.indeterminate = mixed;
          if (typeof ref === "function") ref(element);
          else if (ref) ref.current = element;
        }}
      />
      <span>{children}</span>
    </Label>
  );
}

const check = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 12' fill='none' stroke='%23000' stroke-width='2' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='M2.5 6.3 5 8.7l4.5-5.4'/%3E%3C/svg%3E")`;
const dash = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 12 12' stroke='%23000' stroke-width='2' stroke-linecap='round'%3E%3Cpath d='M3 6h6'/%3E%3C/svg%3E")`;

const Label = styled.label({
  display: "inline-flex",
  alignItems: "center",
  gap: 8,
  minHeight: 24,
  minWidth: 24,
  cursor: "pointer",
  "& > input": {
    appearance: "none",
    flex: "none",
    display: "grid",
    width: 16,
    height: 16,
    margin: 4,
    border: `1px solid ${ink.edge}`,
    borderRadius: 4,
    background: ink.surface,
    cursor: "inherit",
  },
  "& > input:is(:checked, :indeterminate)": { background: ink.accent, borderColor: ink.accent },
  "& > input::after": { content: '""', background: ink.onAccent, mask: `${check} center / 12px no-repeat`, opacity: 0 },
  "& > input:indeterminate::after": { mask: `${dash} center / 12px no-repeat` },
  "& > input:is(:checked, :indeterminate)::after": { opacity: 1 },
  "& > input:disabled": { opacity: 0.5, cursor: "not-allowed" },
  "@media (forced-colors: active)": { "& > input": { appearance: "auto" } },
});
