import { expect, test } from "vitest";
import { FAILURES } from "./failure.ts";
import { SUBSTATES_OF } from "./target.ts";

test("every way of failing has its text, and no other state has one", () => {
  expect(Object.keys(FAILURES)).toEqual([...SUBSTATES_OF.failed]);
});

test.each(Object.entries(FAILURES))("%s is told in whole sentences", (_, { meaning, cause, next }) => {
  for (const sentence of [meaning, cause, next]) expect(sentence).toMatch(/^[A-Z].+\.$/);
});
