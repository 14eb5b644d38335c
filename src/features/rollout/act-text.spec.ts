import { expect, test } from "vitest";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import { planOf } from "#domain/plan.ts";
import { promoteText, resumeText, retryText } from "./act-text.ts";
import { retriedCount } from "./retried.ts";

const counts = {
  ...EMPTY_COUNTS,
  total: 100,
  buckets: { pending: 60, "in-progress": 0, succeeded: 31, failed: 9, cancelled: 0 },
  substates: { reverted: 6, lost: 1, "no-artifact": 2 },
};
const halt = { rule: "streak", scope: "rollout", value: 3, threshold: 3, phase: 0, atMs: 0 } as const;
const halted = { state: "halted", counts, halt, plan: planOf("standard", "") } as const;

test("promoting says how many more devices that is, and what is cut short", () => {
  const own = { finished: 0, inFlight: 0, maxInFlight: 10, counts: { ...counts.buckets, succeeded: 4, failed: 1 } };
  const phases: readonly PhaseProgress[] = [
    { index: 0, name: "5 %", size: 5, added: 5, state: "soaking", ...own },
    { index: 1, name: "50 %", size: 50, added: 45, state: "waiting", ...own },
  ];
  expect(promoteText({ ...halted, state: "in-progress", phases })).toEqual({
    title: "Open the next phase, 50 %, now?",
    lines: [
      "45 devices more will be offered it, at most 10 at a time.",
      "In this phase, 5 of 5 devices are done: 4 succeeded, 1 failed.",
      "The soak time of the plan is cut short.",
    ],
    button: "Open to 45 devices more",
  });
});

test("resuming out of a halt says what happened and what counts from now on", () => {
  expect(resumeText(halted).lines).toEqual([
    "It halted because 3 devices failed in a row; the limit is 3.",
    "9 devices failed so far; they stay failed.",
    "Offers go on. 60 devices are pending.",
    "The halt rules count anew: what failed before is no longer held against it.",
  ]);
});

test("resuming out of a pause says only that offers go on", () => {
  expect(resumeText({ ...halted, state: "paused" }).lines).toEqual(["Offers go on. 60 devices are pending."]);
});

test("what no artifact fits is not tried again, and that is said", () => {
  expect(retriedCount(counts)).toBe(7);
  expect(retryText(halted, 7, true)).toEqual({
    title: "Retry what failed and resume?",
    lines: [
      "It halted because 3 devices failed in a row; the limit is 3.",
      "7 devices get another attempt, as the limits of the plan allow.",
      "2 devices that no artifact fits are left out.",
      "Then offers go on, and the halt rules count anew.",
    ],
    button: "Retry and resume",
  });
});
