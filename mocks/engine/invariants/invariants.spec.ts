import * as fc from "fast-check";
import { expect, test } from "vitest";
import { TO_HAPPEN } from "./coverage.ts";
import { livedThrough } from "./history.ts";
import { STORY } from "./random-acts.ts";

/** How many histories, and of which seed: `npm run invariants` lives through 10,000. */
const HISTORIES = Number(process.env["HISTORIES"] ?? 60);
const SEED = Number(process.env["SEED"] ?? 1);
/** In so many of a hundred histories everything happens that there is to happen. 101 shows all shares. */
const LEAST_PERCENT = Number(process.env["LEAST_PERCENT"] ?? 5);

test(
  `in ${HISTORIES} histories of seed ${SEED} every invariant holds at every moment`,
  () => {
    let moments = 0;
    const counts = new Map(TO_HAPPEN.map((name) => [name, 0]));
    const property = fc.property(STORY, (story) => {
      const lived = livedThrough(story);
      moments += lived.moments;
      for (const name of lived.happened) counts.set(name, (counts.get(name) ?? 0) + 1);
      expect(lived.violations).toEqual([]);
    });
    fc.assert(property, { numRuns: HISTORIES, seed: SEED });
    expect(moments).toBeGreaterThan(HISTORIES * 100);
    const shares = [...counts].map(([name, count]) => ({ name, percent: Math.round((100 * count) / HISTORIES) }));
    expect(shares.filter(({ percent }) => percent < LEAST_PERCENT)).toEqual([]);
  },
  60_000 + HISTORIES * 1_000,
);
