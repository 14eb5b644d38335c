import { expect, test } from "vitest";
import { percentText, spanText } from "./measure-words.ts";

test.each([
  [5, "5\u202f%"],
  [6.38, "6.4\u202f%"],
  [0, "0\u202f%"],
])("a share of %d reads %s", (percent, expected) => {
  expect(percentText(percent)).toBe(expected);
});

test.each([
  [0, "0 min"],
  [15, "15 min"],
  [90, "1 h 30 min"],
  [720, "12 h"],
  [1_440, "24 h"],
  [2_880, "2 d"],
])("%d minutes of a plan read %s", (minutes, expected) => {
  expect(spanText(minutes)).toBe(expected);
});
