import { describe, expect, test } from "vitest";
import { resolvedSize, type Size } from "./size.ts";

describe("a size of so many eligible devices", () => {
  test.each<[string, Size, number, number]>([
    ["a number is itself", { count: 5 }, 240, 5],
    ["a number above all is all", { count: 5 }, 3, 3],
    ["a number of none is none", { count: 5 }, 0, 0],
    ["5 % of 240", { percent: 5 }, 240, 12],
    ["5 % of 241 is rounded up", { percent: 5 }, 241, 13],
    ["5 % of 239 is rounded up", { percent: 5 }, 239, 12],
    ["a share of a few is at least one", { percent: 1 }, 7, 1],
    ["a share of one is it", { percent: 0.5 }, 1, 1],
    ["a share of none is none", { percent: 50 }, 0, 0],
    ["at least five of a small share", { percent: 5, atLeast: 5 }, 60, 5],
    ["the share, where it is more than the least", { percent: 5, atLeast: 5 }, 101, 6],
    ["the least is never more than all", { percent: 5, atLeast: 5 }, 4, 4],
    ["half of an odd number", { percent: 50 }, 2_401, 1_201],
    ["a third and a bit", { percent: 33.4 }, 1_000, 334],
    ["half a percent of a million", { percent: 0.5 }, 1_000_000, 5_000],
    ["what floating point adds is not rounded up", { percent: 0.07 }, 10_000, 7],
    ["nor at 1.1 % of 1,000", { percent: 1.1 }, 1_000, 11],
    ["everybody", { percent: 100 }, 999_999, 999_999],
  ])("%s", (_what, size, of, expected) => {
    expect(resolvedSize(size, of)).toBe(expected);
  });
});
