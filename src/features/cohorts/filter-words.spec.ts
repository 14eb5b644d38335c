import { expect, test } from "vitest";
import type { FilterPreview } from "#domain/filter-preview.ts";
import {
  beyondFilter,
  beyondText,
  heldText,
  joinText,
  leaveText,
  matchText,
  moreText,
  overlapWords,
  sharesOf,
} from "./filter-words.ts";

function previewOf(matching: number, takes: number, placedByHand: number): FilterPreview {
  return { matching, takes, placedByHand, sample: [], overlaps: [] };
}

test.each([
  [0, "No device matches"],
  [1, "1 device matches"],
  [1_250, "1,250 devices match"],
])("%i that match: %o", (matching, text) => expect(matchText(matching)).toBe(text));

test("the parts of what matches sum to it: in it, placed by hand, in an older cohort", () => {
  expect(sharesOf(previewOf(42, 30, 5))).toEqual([
    { of: "taken", count: 30, words: "would be in it" },
    { of: "by-hand", count: 5, words: "stay where somebody placed them by hand" },
    { of: "older", count: 7, words: "stay with an older dynamic cohort" },
  ]);
});

test("who is in it is said even when nobody is; ways that no device goes are left out", () => {
  expect(sharesOf(previewOf(1, 0, 1))).toEqual([
    { of: "taken", count: 0, words: "would be in it" },
    { of: "by-hand", count: 1, words: "stays where somebody placed it by hand" },
  ]);
});

test.each([
  [{ count: 6, wins: "other" }, "is older and keeps them."],
  [{ count: 1, wins: "other" }, "is older and keeps it."],
  [{ count: 6, wins: "this" }, "is younger: this one gets them."],
] as const)("of two cohorts that match the same devices the oldest wins: %o", (overlap, words) => {
  expect(overlapWords(overlap)).toBe(words);
});

test("devices that are not named are counted", () => {
  expect([moreText(30, 5), moreText(5, 5)]).toEqual(["and 25 more", undefined]);
});

test("who comes in and who goes, one or many", () => {
  expect([joinText(1), joinText(2), leaveText(1), leaveText(2)]).toEqual([
    "comes in",
    "come in",
    "goes, and keeps what it runs",
    "go, and keep what they run",
  ]);
});

test("members that the filter does not match are those placed by hand", () => {
  const some = (count: number) => ({ count, sample: [] });
  const change = { joins: some(4), leaves: some(6) };
  expect(beyondFilter({ takes: 10, change }, 14)).toBe(2);
  expect(beyondFilter({ takes: 10 }, 14)).toBe(0);
  expect([beyondText(1), beyondText(2)]).toEqual([
    "1 more does not match and stays: somebody placed it here by hand.",
    "2 more do not match and stay: somebody placed them here by hand.",
  ]);
});

test("the whole count in one line", () => {
  expect([heldText(previewOf(42, 30, 5)), heldText(previewOf(0, 0, 0))]).toEqual([
    "42 devices match, 30 would be in it.",
    "No device matches.",
  ]);
});
