import { expect, test } from "vitest";
import { fuseName, haltFigure, haltFinding } from "./halt-words.ts";

test.each([
  [{ rule: "absolute", scope: "phase", value: 2 }, "2 devices failed in a small phase"],
  [{ rule: "ratio", scope: "phase", value: 6.38 }, "6.4\u202f% of the finished devices failed in this phase"],
  [{ rule: "ratio", scope: "rollout", value: 5 }, "5\u202f% of the finished devices failed"],
  [{ rule: "streak", scope: "rollout", value: 3 }, "3 devices failed in a row"],
  [{ rule: "lost", scope: "phase", value: 1 }, "1 device stayed silent after the reboot"],
] as const)("what the rule of %j found", (found, expected) => {
  expect(haltFinding(found)).toBe(expected);
});

test.each([
  ["streak", 1_000, "1,000"],
  ["ratio", 4.96, "5\u202f%"],
] as const)("a figure of %s, %d, reads %s", (rule, figure, expected) => {
  expect(haltFigure(rule, figure)).toBe(expected);
});

test.each([
  [{ rule: "absolute", scope: "phase" }, "Failures in a small phase"],
  [{ rule: "ratio", scope: "rollout" }, "Failures over all"],
  [{ rule: "lost", scope: "phase" }, "Silent after the reboot"],
] as const)("the fuse of %j is called %s", (fuse, expected) => {
  expect(fuseName(fuse)).toBe(expected);
});
