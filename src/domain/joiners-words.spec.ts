import { expect, test } from "vitest";
import { joinersWords } from "./joiners-words.ts";

test.each([
  [undefined, 1, "Nothing is deployed to this cohort yet. It keeps what it runs."],
  [undefined, 2, "Nothing is deployed to this cohort yet. They keep what they run."],
  ["at-once", 1, "It gets this as soon as it connects:"],
  ["at-once", 1_200, "They get this as soon as they connect:"],
  ["when-resumed", 3, "They get this once it goes on:"],
  ["not", 3, "They keep what they run until the next deployment. This one takes no new devices:"],
] as const)("%s, for %d: %s", (get, count, words) => {
  expect(joinersWords(get, count)).toBe(words);
});
