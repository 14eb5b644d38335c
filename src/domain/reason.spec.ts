import { expect, test } from "vitest";
import { reasonOf, REASONS } from "./reason.ts";

test("the codes 0 to 11 are known, each in its place, each with its texts", () => {
  expect(REASONS.map(({ code }) => code)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(
    REASONS.every(({ text, meaning, cause, next }) => [text, meaning, cause, next].every((part) => part !== "")),
  ).toBe(true);
});

test("a code that no table knows has no text", () => {
  expect([reasonOf(5)?.text, reasonOf(12)]).toEqual(["integrity check failure for new downloaded package", undefined]);
});
