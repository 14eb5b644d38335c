import { expect, test } from "vitest";
import { isInRange, isRange } from "./version-range.ts";

test.each([
  ["1.2.0", "*", true],
  ["1.2.0", "1.2", true],
  ["1.2.0", "=1.2.1", false],
  ["1.10.0", ">1.9", true],
  ["1.2.0", ">=1.2.0 <2.0.0", true],
  ["2.0.0", ">=1.2.0 <2.0.0", false],
  ["2.0.0-rc.1", "<2.0.0", true],
  ["1.2.0", "<=1.2.0", true],
  ["2024-Q4", "2024-Q4", true],
  ["2024-Q4", ">2024-Q3", false],
])("%s in %s: %s", (version, range, expected) => {
  expect(isInRange(version, range)).toBe(expected);
});

test.each([
  [">=1.0.0 <2", true],
  ["*", true],
  ["", false],
  [">= 1.0", false],
  ["^1.0.0", false],
])("%j is a range: %s", (range, expected) => {
  expect(isRange(range)).toBe(expected);
});
