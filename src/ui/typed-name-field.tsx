import { TextField } from "./text-field.tsx";

export type TypedNameFieldProps = {
  /** The name as it is written, letter for letter. */
  readonly name: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
};

/** Asks for the name of what an act is about, so that nobody acts on the wrong thing. */
export function TypedNameField({ name, value, onChange }: TypedNameFieldProps) {
  return (
    <TextField label={`Type “${name}” to go on`} value={value} onChange={(event) => onChange(event.target.value)} />
  );
}

/** Why an act that asks for a name cannot go on yet; nothing when it can, or when it asks for none. */
export function typedNameReason(name: string | undefined, typed: string): string | undefined {
  return name === undefined || typed === name ? undefined : `Type “${name}” first.`;
}
