import { expect, test } from "vitest";
import { activityWords, doerWords, inOrder, lastActOf } from "./activity-words.ts";

test.each([
  ["start-deployment", { actor: "ana" }, "Deployed"],
  ["start-deployment", { rule: "scheduled" }, "Started"],
  ["halt", { rule: "ratio" }, "Halted"],
  ["polish-deployment", { actor: "ana" }, "Polish deployment"],
] as const)("%s by %j reads %s", (act, by, words) => {
  expect(activityWords({ act, by })).toBe(words);
});

test("a rule is told from a person", () => {
  expect(doerWords({ by: { actor: "ana@harbour.example" } })).toBe("ana@harbour.example");
  expect(doerWords({ by: { rule: "after-soak" } })).toBe("by its plan (after soak)");
});

test("the newest act of a kind is the first of it", () => {
  const acts = [3, 2, 1].map((position) => ({
    position,
    atMs: position,
    by: { actor: "ana" },
    act: position === 3 ? "resume-deployment" : "pause-deployment",
    objects: [],
  }));
  expect(lastActOf(acts, "pause-deployment")?.position).toBe(2);
  expect(lastActOf(acts, "halt")).toBeUndefined();
});

test("what a plan did at the instant of an act stands above it: it followed", () => {
  const acts = [
    { position: 3, atMs: 9, by: { actor: "ana" }, act: "pause-deployment", objects: [] },
    { position: 2, atMs: 5, by: { actor: "ana" }, act: "start-deployment", objects: [] },
    { position: 1, atMs: 5, by: { rule: "after-current" }, act: "start-deployment", objects: [] },
  ];
  expect(inOrder(acts).map(({ position }) => position)).toEqual([3, 1, 2]);
});
