import { expect, test } from "vitest";
import { capacityFor, grownCounts, grownInts, withCount, withInt } from "./columns.ts";

test("a column of narrow numbers widens for the first that has no room, and loses none", () => {
  const narrow = withInt(withInt(new Int8Array(4), 0, -1), 1, 127);
  const wider = withInt(narrow, 2, 128);
  const widest = withInt(wider, 3, 32_768);
  expect([narrow, wider, widest].map((column) => column.BYTES_PER_ELEMENT)).toEqual([1, 2, 4]);
  expect(withInt(narrow, 3, 32_768).BYTES_PER_ELEMENT).toBe(4);
  expect([...grownInts(widest, 6)]).toEqual([-1, 127, 128, 32_768, 0, 0]);
  expect([...grownInts(wider, 5)]).toEqual([-1, 127, 128, 0, 0]);
  expect([...grownInts(narrow, 5)]).toEqual([-1, 127, 0, 0, 0]);
});

test.each([
  [-128, 1],
  [-129, 2],
  [-32_769, 4],
])("%i takes a column of %i bytes each", (value, bytes) => {
  const column = withInt(new Int8Array(1), 0, value);
  expect([column[0], column.BYTES_PER_ELEMENT]).toEqual([value, bytes]);
});

test("and so does one of counts", () => {
  const narrow = withCount(new Uint8Array(3), 0, 255);
  const wider = withCount(narrow, 1, 256);
  const widest = withCount(wider, 2, 65_536);
  expect([narrow, wider, widest].map((column) => column.BYTES_PER_ELEMENT)).toEqual([1, 2, 4]);
  expect(withCount(narrow, 1, 65_536).BYTES_PER_ELEMENT).toBe(4);
  expect([...grownCounts(widest, 4)]).toEqual([255, 256, 65_536, 0]);
  expect([...grownCounts(wider, 4)]).toEqual([255, 256, 0, 0]);
  expect([...grownCounts(narrow, 4)]).toEqual([255, 0, 0, 0]);
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
