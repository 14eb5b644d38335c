import { expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import { decodePlanChoice, decodeSentPlan } from "./kept-plan.ts";
import { DEFAULT_PLAN, planRequestOf, type PlanChoice } from "./plan-choice.ts";

const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const everything: PlanChoice = {
  preset: "careful",
  targeting: "chosen",
  devices: [{ id: "d1" as DeviceId, name: "sensor-1" }],
  maxDevices: "4",
  maxAttempts: 2,
  start: "at",
  startAt: "2026-11-18T09:00",
  deadline: "2026-12-18T09:00",
};

test("a kept choice comes back as it was", () => {
  expect(decodePlanChoice(kept(everything))).toEqual(everything);
  expect(decodePlanChoice(kept(DEFAULT_PLAN))).toStrictEqual(DEFAULT_PLAN);
});

test.each([
  ["nothing: a draft from before there were plans", undefined],
  ["a preset nobody knows", { ...DEFAULT_PLAN, preset: "custom" }],
  ["a start nobody knows", { ...DEFAULT_PLAN, start: "later" }],
  ["a number that is none", { ...DEFAULT_PLAN, maxDevices: 7 }],
  ["devices that are none", { ...DEFAULT_PLAN, devices: ["d1"] }],
])("%s is read as the default plan", (_title, value) => {
  expect(decodePlanChoice(value)).toEqual(DEFAULT_PLAN);
});

test.each<[string, PlanChoice]>([
  ["a preset", { ...DEFAULT_PLAN, preset: "standard" }],
  ["everything", everything],
  ["a queue of a fixed set", { ...DEFAULT_PLAN, targeting: "snapshot", start: "after-current" }],
])("a plan that was sent is sent again byte by byte: %s", (_title, choice) => {
  const sent = planRequestOf(choice);
  expect(JSON.stringify(decodeSentPlan(kept(sent)))).toBe(JSON.stringify(sent));
});

test("what is no plan was not sent", () => {
  expect(decodeSentPlan("standard")).toBeUndefined();
});
