import { expect, test } from "vitest";
import { minuteOfDay } from "./window.ts";

test.each([
  ["00:00", 0],
  ["09:05", 545],
  ["23:59", 1_439],
  ["24:00", undefined],
  ["9:05", undefined],
  ["12:60", undefined],
  ["12:30:00", undefined],
  [" 12:30", undefined],
  ["", undefined],
])("%j is minute %s of the day", (text, expected) => {
  expect(minuteOfDay(text)).toBe(expected);
});
