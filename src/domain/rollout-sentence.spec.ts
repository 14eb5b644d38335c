import { describe, expect, test } from "vitest";
import { EMPTY_COUNTS } from "./counts.ts";
import type { PhaseProgress } from "./phase-progress.ts";
import { planOf, type Preset } from "./plan.ts";
import { rolloutSentence, type RolloutStanding } from "./rollout-sentence.ts";
import type { Counts } from "./target.ts";

const done: Counts = {
  total: 240,
  buckets: { pending: 0, "in-progress": 0, succeeded: 237, failed: 3, cancelled: 0 },
  substates: { verified: 237 },
  stuck: 0,
};
const landing: Counts = {
  total: 1_250,
  buckets: { pending: 22, "in-progress": 17, succeeded: 1_204, failed: 7, cancelled: 0 },
  substates: { verified: 1_190, "already-installed": 14 },
  stuck: 2,
};
const half: Counts = {
  total: 1_250,
  buckets: { pending: 705, "in-progress": 40, succeeded: 498, failed: 7, cancelled: 0 },
  substates: { verified: 498 },
  stuck: 0,
};

function read(standing: Partial<RolloutStanding> & Pick<RolloutStanding, "state">, preset: Preset = "all-at-once") {
  const parts = rolloutSentence({ settled: false, counts: half, plan: planOf(preset, "seed"), ...standing });
  const words = { since: "12 min ago", until: "41 min" };
  return parts.map((part) => ("text" in part ? part.text : words[part.kind])).join("");
}

const NOBODY = { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0 };

/** Phases of these sizes: those before `at` are done, that one stands as given, the others are closed. */
function phases(sizes: readonly number[], at: number, standing: Partial<PhaseProgress>): readonly PhaseProgress[] {
  return sizes.map((size, index) => ({
    index,
    name: `Phase ${index}`,
    size,
    added: size - (sizes[index - 1] ?? 0),
    state: index < at ? "done" : "waiting",
    counts: NOBODY,
    finished: 0,
    inFlight: 0,
    maxInFlight: 10,
    ...(index === at ? standing : {}),
  }));
}

const STANDARD = [63, 625, 1_250];

describe("a rollout that goes to all devices at once", () => {
  test.each([
    [
      read({ state: "in-progress", counts: landing }),
      "Landing: 1,190 of 1,250 verified, 14 already there, 7 failed, 17 on the way (2 stuck) and 22 waiting.",
    ],
    [
      read({ state: "in-progress", counts: done, settled: true }),
      "All 240 devices done, waiting for new ones: 237 of 240 verified and 3 failed.",
    ],
    [
      read({
        state: "in-progress",
        counts: done,
        settled: true,
        plan: { ...planOf("all-at-once", ""), targeting: "snapshot" },
      }),
      "All 240 devices done: 237 of 240 verified and 3 failed.",
    ],
    [read({ state: "pending", counts: EMPTY_COUNTS, settled: true }), "No devices yet. It waits for the first one."],
    [
      read({ state: "paused", counts: done }),
      "Paused: 237 of 240 verified and 3 failed. No device is offered it until somebody resumes it.",
    ],
    [read({ state: "finished", counts: done, settled: true }), "Finished: 237 of 240 verified and 3 failed."],
    [
      read({ state: "superseded", counts: done, settled: true }),
      "Superseded by a newer deployment: 237 of 240 verified and 3 failed.",
    ],
    [read({ state: "cancelled", counts: EMPTY_COUNTS, settled: true }), "Cancelled: no devices."],
  ])("%s", (sentence, expected) => {
    expect(sentence).toBe(expected);
  });
});

describe("a rollout in phases says where it is and what happens next", () => {
  const STANDING = "Phase 2 of 3: 498 of 625 verified, 7 failed and 40 on the way.";

  test.each([
    [
      "what the next phase waits for",
      read({ state: "in-progress", phases: phases(STANDARD, 1, { state: "open" }) }, "standard"),
      `${STANDING} The last 625 open 12 h after 20 are done, 90\u202f% of them verified.`,
    ],
    [
      "when it opens",
      read({ state: "in-progress", phases: phases(STANDARD, 1, { state: "soaking", soakUntilMs: 1 }) }, "standard"),
      `${STANDING} The last 625 open in 41 min if 90\u202f% hold.`,
    ],
    [
      "when somebody will have to open it",
      read({ state: "in-progress", phases: phases(STANDARD, 1, { state: "soaking", soakUntilMs: 1 }) }, "careful"),
      "Phase 2 of 5: 498 of 625 verified, 7 failed and 40 on the way. In 41 min it asks you to open the last 625.",
    ],
    [
      "that somebody has to open it",
      read({ state: "in-progress", phases: phases([5, 63, 313, 625, 1_250], 1, { state: "ready" }) }, "careful"),
      "Phase 2 of 5: 498 of 63 verified, 7 failed and 40 on the way. It waits for you to open the next 250.",
    ],
    [
      "nothing more in the last phase, where all that wait are counted",
      read({ state: "in-progress", counts: landing, phases: phases(STANDARD, 2, { state: "open" }) }, "standard"),
      "Phase 3 of 3: 1,190 of 1,250 verified, 14 already there, 7 failed, 17 on the way (2 stuck) and 22 waiting.",
    ],
  ])("%s", (_, sentence, expected) => {
    expect(sentence).toBe(expected);
  });
});

describe("a rollout that stands still says why", () => {
  test.each([
    [
      "who paused it",
      read(
        {
          state: "paused",
          pausedBy: { actor: "ana@harbour.example", atMs: 0 },
          phases: phases(STANDARD, 1, { state: "open" }),
        },
        "standard",
      ),
      "Paused by ana@harbour.example 12 min ago in phase 2 of 3: 498 of 625 verified, 7 failed and 40 on the way." +
        " No device is offered it until somebody resumes it.",
    ],
    [
      "which rule halted it, with its value and its limit",
      read(
        {
          state: "halted",
          halt: { rule: "ratio", scope: "phase", value: 6.38, threshold: 5, phase: 0, atMs: 0 },
          phases: phases(STANDARD, 0, { state: "open" }),
        },
        "standard",
      ),
      "Halted 12 min ago in phase 1 of 3: 6.4\u202f% of the finished devices failed in this phase, the limit is 5\u202f%." +
        " 498 of 63 verified, 7 failed and 40 on the way. It waits for you.",
    ],
    [
      "its start",
      read({ state: "scheduled", plan: { ...planOf("standard", ""), startAtMs: 1 } }),
      "Scheduled: it starts 12 min ago, for the devices that are in the cohort then.",
    ],
    [
      "what it is queued behind",
      read({ state: "queued", behind: "Autumn fixes" }),
      "Queued behind Autumn fixes. It starts when that one has nothing on its way and only offline devices left.",
    ],
    [
      "that its cohort is frozen",
      read({ state: "in-progress", frozen: { untilMs: 1 } }),
      "Landing: 498 of 1,250 verified, 7 failed, 40 on the way and 705 waiting." +
        " Its cohort is frozen: offers go on in 41 min.",
    ],
    [
      "that it is outside its hours",
      read({ state: "in-progress", counts: { ...half, substates: { ...half.substates, "waiting-window": 705 } } }),
      "Landing: 498 of 1,250 verified, 7 failed, 40 on the way and 705 waiting." +
        " It is outside the hours of its plan: offers go on when they begin.",
    ],
  ])("%s", (_, sentence, expected) => {
    expect(sentence).toBe(expected);
  });
});
