import { describe, expect, test } from "vitest";
import {
  descriptionProblem,
  nameProblem,
  notesProblem,
  packageIdProblem,
  reasonProblem,
  versionProblem,
} from "./name.ts";

test.each(["a", "Production EU", "  padded  ", "漢字 😀", "x".repeat(100), "😀".repeat(100), "abc\u202Edef"])(
  "%j is a name",
  (name) => {
    expect(nameProblem(name)).toBeUndefined();
  },
);

test.each([
  ["", "Enter a name of 1 to 100 characters."],
  [" \t\n ", "Enter a name of 1 to 100 characters."],
  ["x".repeat(101), "A name has at most 100 characters; this one has 101."],
  ["two\nlines", "A name cannot contain control characters such as line breaks or tabs."],
  ["bell\u0007", "A name cannot contain control characters such as line breaks or tabs."],
  ["c1\u0085x", "A name cannot contain control characters such as line breaks or tabs."],
  ["\u200B\u202E", "A name needs at least one character that can be seen."],
  ["\u3164", "A name needs at least one character that can be seen."],
  ["\u00AD\u2800", "A name needs at least one character that can be seen."],
  ["half \uD83D pair", "A name cannot contain control characters such as line breaks or tabs."],
])("%j is no name", (name, problem) => {
  expect(nameProblem(name)).toBe(problem);
});

test.each(["main", "ca-certs", "A.b_c+d-1", "x".repeat(64)])("%j is a package id and a version", (id) => {
  expect(packageIdProblem(id)).toBeUndefined();
  expect(versionProblem(id)).toBeUndefined();
});

test.each([
  ["", "Enter a version of 1 to 64 characters."],
  ["x".repeat(65), "A version has at most 64 characters; this one has 65."],
  ["1.0 beta", "A version is made of the letters A to Z, digits and . _ + - only."],
  ["1/0", "A version is made of the letters A to Z, digits and . _ + - only."],
  ["ä", "A version is made of the letters A to Z, digits and . _ + - only."],
  ["..", "A version cannot be made of dots alone."],
])("%j is no version", (version, problem) => {
  expect(versionProblem(version)).toBe(problem);
});

test("the sentence about a package id names it", () => {
  expect(packageIdProblem("my package")).toBe("A package id is made of the letters A to Z, digits and . _ + - only.");
});

describe("notes", () => {
  test.each([
    ["nothing", ""],
    ["several lines with a tab", "One.\r\n\tTwo."],
    ["10,000 characters", "x".repeat(10_000)],
  ])("%s is fine", (_, notes) => expect(notesProblem(notes)).toBeUndefined());

  test("10,001 characters are too many", () => {
    expect(notesProblem("x".repeat(10_001))).toBe("Notes have at most 10,000 characters; these have 10001.");
  });

  test.each([
    ["a bell", "ring\u0007"],
    ["half a character", "\ud83d"],
  ])("%s is refused", (_, notes) => {
    expect(notesProblem(notes)).toBe("Notes cannot contain control characters other than line breaks and tabs.");
  });
});

test.each([
  ["lines as any system writes them", "one\r\n\ttwo", undefined],
  ["1,000 characters", "x".repeat(1_000), undefined],
  ["1,001 characters", "x".repeat(1_001), "A description has at most 1,000 characters; this one has 1001."],
  ["a bell", "ring\u0007", "A description cannot contain control characters."],
])("a description of %s: %o", (_, description, problem) => expect(descriptionProblem(description)).toBe(problem));

test.each([
  ["two lines", "Black Friday:\nno changes.", undefined],
  ["nothing", "", "Say why, in a few words: it is kept with the act for everybody to read."],
  ["blanks", " \n ", "Say why, in a few words: it is kept with the act for everybody to read."],
  ["what nobody sees", "\u200B", "Say why, in a few words: it is kept with the act for everybody to read."],
  ["1,000 characters", "x".repeat(1_000), undefined],
  ["1,001 characters", "x".repeat(1_001), "A reason has at most 1,000 characters; this one has 1001."],
  ["a bell", "ring\u0007", "A reason cannot contain control characters."],
])("a reason of %s: %o", (_, reason, problem) => expect(reasonProblem(reason)).toBe(problem));
