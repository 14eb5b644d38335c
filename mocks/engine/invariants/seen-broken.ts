import * as fc from "fast-check";
import { STORY, type Story } from "./random-acts.ts";

/** An engine with one thing in it broken: `breakIt` replaces it before the engine is loaded anew. */
export type Broken = {
  /** Of the invariant that must say so. */
  readonly number: number;
  readonly how: string;
  /** The history that showed it when this was written, so that few are lived through. */
  readonly shownIn: number;
  readonly breakIt: () => void;
};

/** At most so many histories until it shows. */
export const STORIES: readonly Story[] = fc.sample(STORY, { numRuns: 60, seed: 1 });

/** Whether the invariant says in any history that it is broken. */
export async function isSeenBroken({ number, shownIn, breakIt }: Broken): Promise<boolean> {
  breakIt();
  const { livedThrough } = await import("./history.ts");
  const stories = [...STORIES.slice(shownIn), ...STORIES.slice(0, shownIn)];
  return stories.some((story) => livedThrough(story).violations.some((violation) => violation.number === number));
}
