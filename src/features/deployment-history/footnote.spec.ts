import { expect, test } from "vitest";
import { footnote } from "./footnote.ts";

test.each([
  [1, 1, "The only deployment so far."],
  [7, 7, "All 7. Columns are the packages used in them."],
  [10, 10, "All 10. Columns are the packages used in them."],
  [14, 14, "All 14. Columns are the packages used in the newest 10."],
  [20, 48, "Newest 20 of 48. Columns are the packages used in the newest 10."],
  [1_000, 1_250, "Newest 1,000 of 1,250. Columns are the packages used in the newest 10."],
])("%d of %d deployments: %s", (loaded, total, words) => {
  expect(footnote(loaded, total)).toBe(words);
});
