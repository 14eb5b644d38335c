import { expect, test } from "vitest";
import { progressWords } from "./progress-words.ts";

test.each([
  [1_204, 7, 39, "1,204 / 1,250 · 7 failed"],
  [24, 0, 0, "24 / 24"],
  [0, 0, 3, "0 / 3"],
])("%d succeeded, %d failed and %d pending read %j", (succeeded, failed, pending, words) => {
  const buckets = { pending, "in-progress": 0, succeeded, failed, cancelled: 0 };
  expect(progressWords({ total: succeeded + failed + pending, buckets })).toBe(words);
});
