import { expect, test } from "vitest";
import { backoffMs } from "./retry.ts";

const RETRY = { maxAttempts: 5, baseMinutes: 5, factor: 4, capMinutes: 360 };

test.each([
  [1, 0.5, 300_000],
  [2, 0.5, 1_200_000],
  [3, 0.5, 4_800_000],
  [4, 0.5, 19_200_000],
  [5, 0.5, 21_600_000],
  [1, 0, 240_000],
  [1, 1, 360_000],
])("after attempt %i, drawn %d: %i ms", (attempt, unit, expected) => {
  expect(backoffMs(RETRY, attempt, unit)).toBe(expected);
});
