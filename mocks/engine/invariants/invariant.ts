import type { Moment } from "./moments.ts";

/** Looks at one history, moment after moment, and says what is wrong; absent: nothing is. It may remember what it saw. */
export type Check = (moment: Moment) => string | undefined;

/** One of the invariants of domain.md, as something that can be looked for in a history. */
export type Invariant = {
  /** As domain.md numbers them. */
  readonly number: number;
  readonly text: string;
  /** A fresh check for each history. */
  readonly begin: () => Check;
};
