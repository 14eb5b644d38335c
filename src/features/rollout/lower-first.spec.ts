import { expect, test } from "vitest";
import { lowerFirst } from "./lower-first.ts";

test.each([
  ["An image that does not start.", "an image that does not start."],
  ["A blueprint.", "a blueprint."],
  ["RAM that ran out.", "RAM that ran out."],
  ["", ""],
])("%j goes on as %j", (sentence, expected) => {
  expect(lowerFirst(sentence)).toBe(expected);
});
