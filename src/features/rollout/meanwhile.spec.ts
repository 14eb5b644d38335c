import { expect, test } from "vitest";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import { meanwhileText, type Seen } from "./meanwhile.ts";

const seen: Seen = { state: "in-progress", counts: EMPTY_COUNTS, controlRevision: "1" };

function phases(...states: readonly PhaseProgress["state"][]): readonly PhaseProgress[] {
  return states.map((state, index) => ({
    index,
    name: `Phase ${index + 1}`,
    size: index,
    added: 1,
    state,
    counts: EMPTY_COUNTS.buckets,
    finished: 0,
    inFlight: 0,
    maxInFlight: 1,
  }));
}

const STILL = "It can still be done: look at what stands here now, and press again.";

test.each([
  [
    "a pause",
    seen,
    { ...seen, state: "paused" },
    "It is paused: resume it first.",
    "Somebody was quicker: it was paused meanwhile. It is paused: resume it first.",
  ],
  [
    "another promotion",
    { ...seen, phases: phases("open", "waiting", "waiting") },
    { ...seen, phases: phases("done", "open", "waiting") },
    undefined,
    `Somebody was quicker: phase 2 was opened meanwhile. ${STILL}`,
  ],
  ["anything else", seen, seen, undefined, `Somebody was quicker: the deployment was acted on meanwhile. ${STILL}`],
] as const)("%s is told, and what can be done now", (_, before, now, refusal, expected) => {
  expect(meanwhileText(before, now, refusal)).toBe(expected);
});
