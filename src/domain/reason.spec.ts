import { expect, test } from "vitest";
import { explains, reasonOf, REASONS, reasonText } from "./reason.ts";

test("the codes 0 to 11 are known, each in its place, each with its texts", () => {
  expect(REASONS.map(({ code }) => code)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(
    REASONS.every(({ text, meaning, cause, next }) => [text, meaning, cause, next].every((part) => part !== "")),
  ).toBe(true);
});

test("a code that no table knows is unknown, and its own text", () => {
  expect([reasonOf(5)?.text, reasonOf(12)]).toEqual(["integrity check failure for new downloaded package", undefined]);
  expect([reasonText(5), reasonText(12)]).toEqual(["integrity check failure for new downloaded package", "reason 12"]);
});

test("the codes of ordinary reports explain nothing", () => {
  expect([0, 1, 2, 11, 12].filter(explains)).toEqual([2, 11, 12]);
});
