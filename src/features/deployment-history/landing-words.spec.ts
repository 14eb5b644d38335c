import { expect, test } from "vitest";
import type { DeploymentState } from "#domain/deployment.ts";
import type { Counts } from "#domain/target.ts";
import { landingWords } from "./landing-words.ts";

function counts(succeeded: number, failed: number, pending: number, cancelled = 0): Counts {
  return {
    total: succeeded + failed + pending + cancelled,
    buckets: { pending, "in-progress": 0, succeeded, failed, cancelled },
    substates: {},
    stuck: 0,
  };
}

test.each<[DeploymentState, Counts, string]>([
  ["in-progress", counts(1_204, 7, 39), "1,204 of 1,250 · 7 failed"],
  ["finished", counts(1_250, 0, 0), "1,250 of 1,250"],
  ["superseded", counts(1_239, 11, 0), "1,239 of 1,250 · 11 failed"],
  ["superseded", counts(210, 31, 0, 1_009), "210 of 1,250 · 31 failed · superseded"],
  ["cancelled", counts(2, 0, 0, 5), "2 of 7 · cancelled"],
  ["halted", counts(17, 3, 0), "17 of 20 · 3 failed · halted"],
  ["pending", counts(0, 0, 0), "no devices"],
])("%s with %j reads %j", (state, landed, words) => {
  expect(landingWords({ state, counts: landed })).toBe(words);
});
