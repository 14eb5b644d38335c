import { describe, expect, test } from "vitest";
import { days, hours, minutes, seconds } from "#lib/duration.ts";
import {
  formatAge,
  formatBytes,
  formatClockDay,
  formatCount,
  formatCounted,
  formatDuration,
  formatHashHead,
  formatInstant,
  formatSequenceTail,
  formatShare,
  formatWhen,
} from "./format.ts";

const now = Date.UTC(2026, 10, 17, 14, 32, 5);

test("numbers carry separators, also beyond what a double holds", () => {
  expect(formatCount(1250)).toBe("1,250");
  expect(formatCount(9_007_199_254_740_993n)).toBe("9,007,199,254,740,993");
});

test.each([
  [0, "0 devices"],
  [1, "1 device"],
  [1250, "1,250 devices"],
])("%d is counted as %s", (value, expected) => {
  expect(formatCounted(value, "device")).toBe(expected);
});

test.each([
  [0, 0, "0\u202f%"],
  [0, 10, "0\u202f%"],
  [10, 10, "100\u202f%"],
  [498, 1250, "39.8\u202f%"],
  [1, 1_000_000, "<\u202f0.1\u202f%"],
  [999_999, 1_000_000, ">\u202f99.9\u202f%"],
])("%d of %d is %s", (part, whole, expected) => {
  expect(formatShare(part, whole)).toBe(expected);
});

test.each([
  [0, "0 B"],
  [1_023, "1,023 B"],
  [1_024, "1 KB"],
  [1_500, "1.5 KB"],
  [421_888, "412 KB"],
  [1_048_575, "1 MB"],
  [1_468_006, "1.4 MB"],
  [52_428_800, "50 MB"],
  [5_368_709_120, "5 GB"],
])("%d bytes are %s", (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});

test.each([
  [-5, "0 s"],
  [seconds(45), "45 s"],
  [minutes(41), "41 min"],
  [hours(2), "2 h"],
  [hours(2) + minutes(5), "2 h 5 min"],
  [days(3) + hours(4), "3 d 4 h"],
  [days(9) + hours(4), "9 d"],
])("%d ms last %s", (ms, expected) => {
  expect(formatDuration(ms)).toBe(expected);
});

describe("relative time", () => {
  test.each([
    [0, "just now"],
    [seconds(4), "just now"],
    [seconds(12), "12 s ago"],
    [minutes(4), "4 min ago"],
    [hours(9), "9 h ago"],
    [days(3), "3 d ago"],
    [-minutes(41), "in 41 min"],
  ])("%d ms before now", (ageMs, expected) => {
    expect(formatAge(now - ageMs, now)).toBe(expected);
  });

  test.each([
    ["of today", hours(2), "2 h ago"],
    ["of this week", hours(22) + minutes(22), "Mon 16:10"],
    ["of this year", days(5) + hours(4) + minutes(52) + days(1), "11 Nov 09:40"],
    ["older", days(370), "12 Nov 2025"],
  ])("an instant %s", (_, ageMs, expected) => {
    expect(formatWhen(now - ageMs, now, "UTC")).toBe(expected);
  });

  test("its absolute form names the zone", () => {
    expect(formatInstant(now, "UTC")).toBe("Tue 17 Nov 2026, 14:32:05 UTC");
  });

  test("the clock of a world", () => {
    expect(formatClockDay(now, "UTC")).toBe("14:32, Tue 17 Nov");
  });
});

test("a sequence number is told apart by its end", () => {
  expect(formatSequenceTail(1_763_389_925_004_269n)).toBe("…4269");
  expect(formatSequenceTail(1_763_389_925_004_000_000n)).toBe("…5004…");
  expect(formatSequenceTail(12n)).toBe("12");
});

test("a hash is told apart by its head", () => {
  expect(formatHashHead("0123456789abcdef0123")).toBe("0123456789ab…");
  expect(formatHashHead("short")).toBe("short");
});
