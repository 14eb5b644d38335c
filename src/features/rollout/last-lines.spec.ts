import { expect, test } from "vitest";
import { lastLines } from "./last-lines.ts";

test.each([
  ["one\ntwo\nthree\n", 2, { shown: "two\nthree", hidden: 1 }],
  ["one\ntwo", 2, { shown: "one\ntwo", hidden: 0 }],
  ["one", 2, { shown: "one", hidden: 0 }],
  ["one\n\n", 2, { shown: "one\n", hidden: 0 }],
])("the end of %j, %i lines", (text, count, expected) => {
  expect(lastLines(text, count)).toEqual(expected);
});
