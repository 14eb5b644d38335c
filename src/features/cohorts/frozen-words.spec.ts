import { describe, expect, test } from "vitest";
import type { ActiveDeployment } from "#domain/cohort.ts";
import { hours } from "#lib/duration.ts";
import { freezeEndMs, freezeEndProblem, freezeWords, thawWords } from "./frozen-words.ts";

const NOW_MS = Date.UTC(2026, 10, 27, 8);

function landing(pending: number, inProgress: number, settled = false): ActiveDeployment {
  const buckets = { pending, "in-progress": inProgress, succeeded: 1, failed: 0, cancelled: 0 };
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
    id: "d" as ActiveDeployment["id"],
    name: "Autumn fixes",
    state: "in-progress",
    settled,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the buckets are read
    counts: { total: pending + inProgress + 1, buckets } as ActiveDeployment["counts"],
    startedAtMs: 0,
  };
}

describe("the end of a freeze", () => {
  test("is a whole number of milliseconds, though the clock tells parts of them", () => {
    expect(freezeEndMs({ span: "1", until: "" }, NOW_MS + 0.25)).toBe(NOW_MS + hours(1));
  });

  test.each([
    ["open", "", undefined],
    ["1", "", NOW_MS + hours(1)],
    ["168", "", NOW_MS + hours(168)],
    ["until", "2026-12-24T06:00Z", Date.UTC(2026, 11, 24, 6)],
  ] as const)("of %s %s", (span, until, endMs) => expect(freezeEndMs({ span, until }, NOW_MS)).toBe(endMs));

  test.each([
    ["open", "", undefined],
    ["8", "", undefined],
    ["until", "", "Choose a day and a time."],
    ["until", "2026-11-27T08:00Z", "Choose a time that is still to come."],
    ["until", "2026-11-27T08:01Z", undefined],
  ] as const)("%s %s: %o", (span, until, problem) => expect(freezeEndProblem({ span, until }, NOW_MS)).toBe(problem));
});

test.each([
  ["nothing deployed", undefined, []],
  ["a settled deployment", landing(0, 0, true), []],
  ["devices that wait", landing(2, 0), ["“Autumn fixes” is landing: 2 devices wait until it thaws."]],
  [
    "devices that wait and one under way",
    landing(1, 1),
    ["“Autumn fixes” is landing: 1 device waits until it thaws, 1 device in progress goes on."],
  ],
])("a freeze says what it does to a cohort with %s", (_case, activeDeployment, words) => {
  const cohort = activeDeployment === undefined ? {} : { activeDeployment };
  const always = "Nothing can be started on it, and no device is offered anything.";
  expect(freezeWords(cohort)).toEqual([always, ...words]);
});

test("thawing says how many devices are offered something at once", () => {
  expect(thawWords({})).toBe("Deployments can be started on it again.");
  expect(thawWords({ activeDeployment: landing(3, 0) })).toBe(
    "Offers go on at once: 3 devices wait for what is landing.",
  );
});
