import { describe, expect, test } from "vitest";
import type { ActiveDeployment } from "./cohort.ts";
import { cohortSentence, cohortsSentenceParts } from "./cohort-sentence.ts";
import { EMPTY_COUNTS } from "./counts.ts";
import type { DeploymentId } from "./ids.ts";
import { countsPhrase, type SentencePart } from "./sentence.ts";
import type { Counts } from "./target.ts";

const read = (parts: readonly SentencePart[]) => parts.map((part) => ("text" in part ? part.text : "2 h ago")).join("");
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
