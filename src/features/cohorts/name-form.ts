import { nameProblem } from "#domain/name.ts";

/** A form of one name, as far as it has come. */
export type NameForm = {
  readonly text: string;
  /** The name that was sent last, whether it went well or not; also when this page did not let it go. */
  readonly sent?: string;
  /** The backend's word against the name that was sent. */
  readonly refusal?: string;
};

/** What is wrong with the name, once it is time to say so: after it was sent, and as long as it stays as it was refused. */
export function nameFormProblem({ text, sent, refusal }: NameForm): string | undefined {
  if (sent === undefined) return undefined;
  return nameProblem(text) ?? (text.trim() === sent ? refusal : undefined);
}
