import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rowsInOrderOf } from "./order-rows.ts";

test("rows come in the order of their keys, those of one key as they were", () => {
  const { keys, rows } = rowsInOrderOf(Uint32Array.of(7, 0xffff_ffff, 7, 0, 2_048, 0x8000_0000));
  expect([...rows]).toEqual([3, 0, 2, 4, 5, 1]);
  expect([...keys]).toEqual([0, 7, 7, 2_048, 0x8000_0000, 0xffff_ffff]);
});

test("as any stable sort has it", () => {
  const key = fc.oneof(fc.nat(9), fc.integer({ min: 0, max: 0xffff_ffff }));
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const sorted = keys.map((_, row) => row).toSorted((a, b) => keys[a]! - keys[b]!);
      expect([...rowsInOrderOf(Uint32Array.from(keys)).rows]).toEqual(sorted);
    }),
    { seed: 1 },
  );
});
