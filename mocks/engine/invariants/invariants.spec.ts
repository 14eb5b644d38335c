import * as fc from "fast-check";
import { expect, test } from "vitest";
import { livedThrough } from "./history.ts";
import { STORY } from "./random-acts.ts";

/** How many histories, and of which seed: `npm run invariants` lives through 10,000. */
const HISTORIES = Number(process.env["HISTORIES"] ?? 60);
const SEED = Number(process.env["SEED"] ?? 1);

test(
  `in ${HISTORIES} histories of seed ${SEED} every invariant holds at every moment`,
  () => {
    let moments = 0;
    const property = fc.property(STORY, (story) => {
      const lived = livedThrough(story);
      moments += lived.moments;
      expect(lived.violations).toEqual([]);
    });
    fc.assert(property, { numRuns: HISTORIES, seed: SEED });
    expect(moments).toBeGreaterThan(HISTORIES * 100);
  },
  60_000 + HISTORIES * 1_000,
);
