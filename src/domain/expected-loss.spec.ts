import { expect, test } from "vitest";
import { expectedLoss } from "./expected-loss.ts";
import { planOf, type Plan, type Preset } from "./plan.ts";

test.each<[Preset, number, number]>([
  ["all-at-once", 10_000, 10_000],
  ["careful", 10_000, 5],
  ["careful", 3, 3],
  ["standard", 10_000, 13],
  ["standard", 100, 5],
  ["standard", 400, 12],
  ["urgent", 10_000, 10],
  ["urgent", 0, 0],
])("%s of %i devices loses at most %i to a build that always fails", (preset, eligible, lost) => {
  expect(expectedLoss(planOf(preset, "s"), eligible)).toBe(lost);
});

test.each<[string, Partial<Plan>, number]>([
  ["fewer devices at a time lose fewer", { maxDevices: 4 }, 7],
  ["a share waits for enough finished devices", { halt: { ratio: { percent: 5, minTerminal: 20, minFailed: 3 } } }, 30],
  ["without a rule the first phase is lost, and no more", { halt: {} }, 500],
])("%s", (_title, change, lost) => {
  expect(expectedLoss({ ...planOf("standard", "s"), ...change }, 10_000)).toBe(lost);
});
