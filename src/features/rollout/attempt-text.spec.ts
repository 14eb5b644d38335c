import { expect, test } from "vitest";
import { attemptText } from "./attempt-text.ts";

test.each([
  [0, 3, "–"],
  [1, 3, "1 of 3"],
  [3, 3, "3 of 3"],
  [4, 3, "4"],
])("attempt %i of at most %i is shown as %s", (attempt, maxAttempts, expected) => {
  expect(attemptText(attempt, maxAttempts)).toBe(expected);
});
