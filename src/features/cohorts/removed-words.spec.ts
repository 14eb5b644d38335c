import { expect, test } from "vitest";
import { removedWords } from "./removed-words.ts";

test.each([
  ["manual", 3, 3, "succeeded", "3 devices removed from “Pier 4”."],
  ["dynamic", 3, 3, "succeeded", "3 devices removed from “Pier 4”."],
  ["dynamic", 1, 3, "succeeded", "1 device removed from “Pier 4”. 2 devices match the filter of “Pier 4” and stay."],
  ["dynamic", 0, 1, "info", "1 device matches the filter of “Pier 4” and stays."],
] as const)("from a %s cohort %i of %i devices go: %s", (kind, moved, asked, tone, text) => {
  expect(removedWords({ name: "Pier 4", kind }, moved, asked)).toEqual({ tone, text });
});
