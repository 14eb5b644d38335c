import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nextSequenceNumber } from "./sequence-number.ts";

test.each([
  [0n, 1_700_000_000_000, 1_700_000_000_000_000_000n],
  [1_700_000_000_000_000_000n, 1_700_000_000_000, 1_700_000_000_000_000_001n],
  [1_800_000_000_000_000_000n, 1_700_000_000_000, 1_800_000_000_000_000_001n],
  [0n, 1_700_000_000_000.75, 1_700_000_000_000_000_000n],
])("after %s at %d ms comes %s", (last, nowMs, next) => {
  expect(nextSequenceNumber(last, nowMs)).toBe(next);
});

test("what the clock does not tell fills the last six digits", () => {
  expect(nextSequenceNumber(0n, 1_700_000_000_000, 0.695382)).toBe(1_700_000_000_000_695_382n);
});

test("sequence numbers strictly increase whatever the clock does", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 42 }), { minLength: 2 }), (clock) => {
      let last = 0n;
      for (const nowMs of clock) {
        const next = nextSequenceNumber(last, nowMs);
        expect(next > last).toBe(true);
        last = next;
      }
    }),
    { seed: 1 },
  );
});

test("2^63 is refused", () => {
  expect(() => nextSequenceNumber(2n ** 63n - 1n, 0)).toThrow(RangeError);
  expect(nextSequenceNumber(2n ** 63n - 2n, 0)).toBe(9_223_372_036_854_775_807n);
});
