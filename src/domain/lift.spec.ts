import { expect, test } from "vitest";
import { liftOf } from "./lift.ts";

test.each<[string, readonly [number, number, number, number], number | undefined]>([
  ["8 of 10 failures, 20 of 100 finished", [8, 10, 20, 100], 4],
  ["all failures, half of the finished", [5, 5, 50, 100], 2],
  ["exactly half as much again", [6, 10, 40, 100], 1.5],
  ["just below it", [59, 100, 400, 1_000], undefined],
  ["as often as anywhere", [5, 10, 50, 100], undefined],
  ["four failures tell nothing", [4, 4, 10, 100], undefined],
  ["five do", [5, 5, 10, 100], 10],
  ["nobody has it", [0, 10, 0, 100], undefined],
  ["everybody has it", [10, 10, 100, 100], undefined],
])("%s", (_what, [failedWith, failed, finishedWith, finished], expected) => {
  expect(liftOf({ failedWith, failed, finishedWith, finished })).toBe(expected);
});
