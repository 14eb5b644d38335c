import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inOrderOf } from "./radix-order.ts";

const KEYS = fc.array(fc.oneof(fc.nat(3), fc.integer({ min: -5, max: 2 ** 17 }), fc.nat(2 ** 41)), { maxLength: 60 });

test.each(["ascending", "descending"] as const)("%s: by key, and those of one key as they were", (direction) => {
  fc.assert(
    fc.property(KEYS, (keys) => {
      const numbers = Int32Array.from(keys, (_, at) => at);
      const sign = direction === "ascending" ? 1 : -1;
      const expected = [...numbers].toSorted((a, b) => sign * (keys[a]! - keys[b]!));
      expect([...inOrderOf(numbers, (at) => keys[at]!, direction)]).toEqual(expected);
    }),
    { seed: 1 },
  );
});
