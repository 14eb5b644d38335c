import { expect, test } from "vitest";
import { keyedAct } from "./keyed-act.ts";

test("the same again is the same act, under the same key", () => {
  const first = keyedAct(undefined, { reason: "Black Friday" });
  expect(keyedAct(first, { reason: "Black Friday" })).toBe(first);
});

test("anything else is another act, under another key", () => {
  const first = keyedAct(undefined, { reason: "Black Friday" });
  expect(keyedAct(first, { reason: "Holidays" }).idempotencyKey).not.toBe(first.idempotencyKey);
});
