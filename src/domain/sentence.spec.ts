import { describe, expect, test } from "vitest";
import type { ActiveDeployment } from "./cohort.ts";
import { cohortSentence, cohortsSentenceParts } from "./cohort-sentence.ts";
import { EMPTY_COUNTS } from "./counts.ts";
import type { DeploymentId } from "./ids.ts";
import { rolloutSentence } from "./rollout-sentence.ts";
import { countsPhrase, type SentencePart } from "./sentence.ts";
import type { Counts } from "./target.ts";

const read = (parts: readonly SentencePart[]) =>
  parts.map((part) => (part.kind === "since" ? "2 h ago" : part.text)).join("");
const landing: Counts = {
  total: 1_250,
  buckets: { pending: 22, "in-progress": 17, succeeded: 1_204, failed: 7, cancelled: 0 },
  substates: { verified: 1_190, "already-installed": 14 },
  stuck: 2,
};
const done: Counts = {
  total: 240,
  buckets: { pending: 0, "in-progress": 0, succeeded: 237, failed: 3, cancelled: 0 },
  substates: { verified: 237 },
  stuck: 0,
};

describe("the sentence of a rollout", () => {
  const told = (
    state: Parameters<typeof rolloutSentence>[0]["state"],
    counts: Counts,
    settled: boolean,
    targeting: "continuous" | "snapshot" = "continuous",
  ) => read(rolloutSentence({ state, counts, settled, targeting }));

  test.each([
    [
      told("in-progress", landing, false),
      "Landing: 1,190 of 1,250 verified, 14 already there, 7 failed, 17 on the way (2 stuck) and 22 waiting.",
    ],
    [told("in-progress", done, true), "All 240 devices done, waiting for new ones: 237 of 240 verified and 3 failed."],
    [told("in-progress", done, true, "snapshot"), "All 240 devices done: 237 of 240 verified and 3 failed."],
    [told("pending", EMPTY_COUNTS, true), "No devices yet. It waits for the first one."],
    [told("finished", done, true), "Finished: 237 of 240 verified and 3 failed."],
    [told("superseded", done, true), "Superseded by a newer deployment: 237 of 240 verified and 3 failed."],
    [told("cancelled", EMPTY_COUNTS, true), "Cancelled: no devices."],
    [told("queued", done, false), "Queued. It starts when the deployment before it is done, for 240 devices."],
    [told("scheduled", done, false), "Scheduled. 240 devices will be offered it when it starts."],
  ])("%s", (sentence, expected) => {
    expect(sentence).toBe(expected);
  });

  test("its numbers lead to the devices they count", () => {
    expect(countsPhrase(done)).toEqual([
      {
        kind: "figure",
        text: "237 of 240 verified",
        tone: "plain",
        target: { buckets: [], substates: ["verified"] },
      },
      { kind: "text", text: " and " },
      { kind: "figure", text: "3 failed", tone: "failed", target: { buckets: ["failed"], substates: [] } },
    ]);
  });
});

describe("the sentence of a cohort", () => {
  const running = (state: ActiveDeployment["state"], settled: boolean, counts: Counts): ActiveDeployment => ({
    id: "d1" as DeploymentId,
    name: "Autumn fixes",
    state,
    settled,
    counts,
    startedAtMs: 0,
  });
  const told = (activeDeployment: ActiveDeployment | undefined, deviceCount = 240) =>
    read(cohortSentence({ deviceCount, ...(activeDeployment === undefined ? {} : { activeDeployment }) }));

  test.each([
    [
      told(running("in-progress", false, landing)),
      "Autumn fixes is landing, started 2 h ago: " +
        "1,190 of 1,250 verified, 14 already there, 7 failed, 17 on the way (2 stuck) and 22 waiting.",
    ],
    [
      told(running("in-progress", true, done)),
      "Running Autumn fixes, started 2 h ago: 237 of 240 verified and 3 failed.",
    ],
    [
      told(running("cancelled", true, done)),
      "Autumn fixes was cancelled, started 2 h ago: 237 of 240 verified and 3 failed.",
    ],
    [
      told(running("pending", true, EMPTY_COUNTS)),
      "Running Autumn fixes, started 2 h ago; it waits for the first device.",
    ],
    [told(undefined), "Nothing has been deployed yet. 240 devices wait for the first deployment."],
    [told(undefined, 0), "Nothing has been deployed yet. It has no devices."],
  ])("%s", (sentence, expected) => {
    expect(sentence).toBe(expected);
  });
});

test.each([
  [{ moving: 2, halted: 1, quiet: 9 }, "2 rollouts are under way and 1 has halted. 9 of 12 cohorts are quiet."],
  [{ moving: 1, halted: 0, quiet: 9 }, "1 rollout is under way. 9 of 10 cohorts are quiet."],
  [{ moving: 0, halted: 2, quiet: 0 }, "2 rollouts have halted. 0 of 2 cohorts are quiet."],
  [{ moving: 0, halted: 0, quiet: 1 }, "No rollout is under way. 1 of 1 cohort is quiet."],
  [{ moving: 0, halted: 0, quiet: 0 }, "No cohorts yet."],
])("the cohorts of a project with %j", (tally, sentence) => {
  const pieces = cohortsSentenceParts(tally);
  expect(pieces.map(({ text }) => text).join("")).toBe(sentence);
});
