import * as fc from "fast-check";
import { expect, test } from "vitest";
import { containsTerm } from "./numbered-text.ts";

test.each([
  ["pump-", 4, 42, "42", true],
  ["pump-", 4, 42, "042", true],
  ["pump-", 4, 42, "00042", false],
  ["pump-", 4, 42, "p-0", true],
  ["pump-", 4, 42, "p-4", false],
  ["pump-", 4, 42, "mp", true],
  ["pump-", 4, 42, "2x", false],
  ["pump-", 4, 123_456, "2345", true],
  ["pump-", 4, 123_456, "-123456", true],
  ["pump-", 4, 123_456, "-0", false],
  ["line 1 no 1", 2, 7, "107", true],
] as const)("%s with %i digits and the number %i: %s is in it: %s", (prefix, digits, number, term, expected) => {
  expect(containsTerm({ prefix, digits, radix: 10 }, term)(number)).toBe(expected);
});

test("what is found is what the written text contains", () => {
  const prefix = fc.constantFrom("", "a", "1", "b1-", "0f", "11");
  const term = fc.string({ unit: fc.constantFrom("0", "1", "a", "f", "-", "b"), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(prefix, fc.nat(9), fc.constantFrom(10 as const, 16 as const), fc.nat(), term, (...given) => {
      const [before, digits, radix, number, wanted] = given;
      const text = `${before}${number.toString(radix).padStart(digits, "0")}`;
      expect(containsTerm({ prefix: before, digits, radix }, wanted)(number)).toBe(text.includes(wanted));
    }),
    { seed: 1, numRuns: 2_000 },
  );
});
