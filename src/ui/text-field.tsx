import type { ComponentPropsWithRef } from "react";
import { Field } from "./field.tsx";
import type { FieldWords } from "./field.tsx";

export type TextFieldProps = FieldWords & Omit<ComponentPropsWithRef<"input">, "size">;

/** A line of text; spreads `register(…)` of a form. */
export function TextField({ label, help, error, optional, hideLabel, ...input }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error} optional={optional} hideLabel={hideLabel}>
      {(control) => <input type="text" autoComplete="off" spellCheck={false} {...input} {...control} />}
    </Field>
  );
}

export type TextAreaProps = FieldWords & ComponentPropsWithRef<"textarea">;

/** Several lines of text; spreads `register(…)` of a form. */
export function TextArea({ label, help, error, optional, hideLabel, ...area }: TextAreaProps) {
  return (
    <Field label={label} help={help} error={error} optional={optional} hideLabel={hideLabel}>
      {(control) => <textarea rows={3} {...area} {...control} />}
    </Field>
  );
}

export type SelectFieldProps = FieldWords &
  ComponentPropsWithRef<"select"> & {
    readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  };

/** One of a few; the system's own list, which works on every device. Spreads `register(…)` of a form. */
export function SelectField({ label, help, error, optional, hideLabel, options, ...select }: SelectFieldProps) {
  return (
    <Field label={label} help={help} error={error} optional={optional} hideLabel={hideLabel}>
      {(control) => (
        <select {...select} {...control}>
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled === true}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
