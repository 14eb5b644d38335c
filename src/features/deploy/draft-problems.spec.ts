import { describe, expect, test } from "vitest";
import { presetOf, withName } from "./draft.ts";
import { problemsOf } from "./draft-problems.ts";
import { DEFAULT_PLAN } from "./plan-choice.ts";
import { around, artifact, deployment, picks } from "./specimens.ts";

const NOW_MS = Date.UTC(2026, 10, 17, 14, 32);
const draft = presetOf(around({ active: deployment("d1", "Autumn fixes", { main: "2.4.1" }) }));
const artifacts = [artifact("main@2.4.1"), artifact("calib@14", { yanked: { reason: "Wrong table.", atMs: 1 } })];

test("a draft of what runs already has no problems", () => {
  expect(problemsOf(draft, artifacts, NOW_MS)).toEqual([]);
});

test.each([
  ["an empty name", "", "Enter a name of 1 to 100 characters."],
  ["a blank name", " \u00a0 ", "Enter a name of 1 to 100 characters."],
  ["a name too long", "é".repeat(101), "A name has at most 100 characters; this one has 101."],
  ["a name with a tab", "Autumn\tfixes", "A name cannot contain control characters such as line breaks or tabs."],
])("%s is said at the name", (_, name, message) => {
  expect(problemsOf(withName(draft, name), artifacts, NOW_MS)).toEqual([{ field: "name", message }]);
});

test("a name of 100 characters beyond the basic plane is fine", () => {
  expect(problemsOf(withName(draft, "🚢".repeat(100)), artifacts, NOW_MS)).toEqual([]);
});

test("a deployment of nothing is said at the packages", () => {
  expect(problemsOf({ ...draft, picks: new Map() }, artifacts, NOW_MS)).toEqual([
    { field: "packages", message: "Add at least one package." },
  ]);
});

test("versions that cannot be deployed are each said at their package", () => {
  expect(problemsOf({ ...draft, picks: picks({ main: "9.9.9", calib: "14" }) }, artifacts, NOW_MS)).toEqual([
    {
      field: "package",
      packageId: "calib",
      message: "calib 14 was yanked: Wrong table. Choose another version.",
    },
    {
      field: "package",
      packageId: "main",
      message: "main 9.9.9 has no artifact. Choose another version or upload it.",
    },
  ]);
});

describe("a plan that cannot be sent", () => {
  const late = { ...draft, plan: { ...DEFAULT_PLAN, start: "at", startAt: "2020-01-01T09:00" } } as const;

  test("is said at its field", () => {
    expect(problemsOf(late, artifacts, NOW_MS)).toEqual([
      { field: "plan", part: "start", message: "The start lies in the past: leave it out to start now." },
    ]);
  });

  test("may have been sent already: then it can be tried again", () => {
    const request = { name: "Winter", artifactIds: [] };
    const submission = { idempotencyKey: "k1", unanswered: true, request };
    expect(problemsOf({ ...late, submission }, artifacts, NOW_MS)).toEqual([]);
  });
});

test("problems come in the order of the form", () => {
  const all = problemsOf(
    { ...draft, name: "", notes: "\u0007", picks: new Map(), plan: { ...DEFAULT_PLAN, maxDevices: "0" } },
    artifacts,
    NOW_MS,
  );
  expect(all.map(({ field }) => field)).toEqual(["name", "notes", "packages", "plan"]);
});
