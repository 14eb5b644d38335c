import { nameProblem } from "#domain/name.ts";

/** Something that can be picked, by its name. */
export type PickOption<Id extends string = string> = { readonly id: Id; readonly name: string };

/** What stands below the field while one types. */
export type PickChoices<Id extends string> = {
  readonly matches: readonly PickOption<Id>[];
  /** How many more match than are listed. */
  readonly more: number;
  /** The trimmed name that can be made new, because nothing is called so. */
  readonly make?: string;
};

export type PickAsked<Id extends string> = {
  readonly text: string;
  readonly options: readonly PickOption<Id>[];
  readonly chosen: readonly Id[];
  readonly canMake: boolean;
};

/** Choices listed at once; the rest is found by typing. */
const LISTED = 8;

/** The options that contain what is typed and are not chosen yet, and the one that could be made of it. */
export function pickChoices<Id extends string>(asked: PickAsked<Id>): PickChoices<Id> {
  const { text, options, chosen, canMake } = asked;
  const name = text.trim();
  const wanted = name.toLowerCase();
  const matching = options.filter(
    (option) => !chosen.includes(option.id) && option.name.toLowerCase().includes(wanted),
  );
  // What is called exactly so is what was meant.
  const matches = matching.toSorted((a, b) => Number(b.name === name) - Number(a.name === name)).slice(0, LISTED);
  const isNew = canMake && nameProblem(name) === undefined && options.every((option) => option.name !== name);
  return { matches, more: matching.length - matches.length, ...(isNew ? { make: name } : {}) };
}
