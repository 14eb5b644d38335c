import { expect, test } from "vitest";
import { capacityFor, grownCounts, grownInts, withCount, withInt } from "./columns.ts";

test("a column of narrow numbers widens for the first that has no room, and loses none", () => {
  const narrow = withInt(withInt(new Int16Array(4), 0, -1), 1, 32_767);
  const wide = withInt(narrow, 2, 32_768);
  expect([narrow.BYTES_PER_ELEMENT, wide.BYTES_PER_ELEMENT]).toEqual([2, 4]);
  expect([...grownInts(wide, 6)]).toEqual([-1, 32_767, 32_768, 0, 0, 0]);
  expect([...grownInts(narrow, 5)]).toEqual([-1, 32_767, 0, 0, 0]);
});

test("and so does one of counts", () => {
  const narrow = withCount(new Uint16Array(3), 0, 65_535);
  const wide = withCount(narrow, 1, 65_536);
  expect([narrow.BYTES_PER_ELEMENT, wide.BYTES_PER_ELEMENT]).toEqual([2, 4]);
  expect([...grownCounts(wide, 4)]).toEqual([65_535, 65_536, 0, 0]);
  expect([...grownCounts(narrow, 4)]).toEqual([65_535, 0, 0, 0]);
});

test.each([
  ["what has room stays", 10, 16, 16],
  ["small columns begin with room for 16", 1, 0, 16],
  ["one more leaves half as much room again", 101, 100, 150],
  ["but never more than 65,536 entries", 1_000_001, 1_000_000, 1_065_536],
  ["who knows how many come gets just those", 1_000_000, 0, 1_000_000],
])("%s", (_, needed, present, expected) => {
  expect(capacityFor(needed, present)).toBe(expected);
});
