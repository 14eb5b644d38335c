import { expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import { DEFAULT_PLAN, planChoiceProblem, planPartOf, planRequestOf, type PlanChoice } from "./plan-choice.ts";

const nowMs = Date.parse("2026-11-17T14:32");
const sensor = { id: "d1" as DeviceId, name: "sensor-1" };

test.each<[string, Partial<PlanChoice>, ReturnType<typeof planRequestOf>]>([
  ["the default plan is not sent at all", {}, undefined],
  ["three attempts are the default, too", { maxAttempts: 3 }, undefined],
  ["what is kept but not chosen is not sent", { devices: [sensor], startAt: "2026-11-18T09:00" }, undefined],
  ["a preset is sent by its name", { preset: "standard" }, { preset: "standard" }],
  ["a fixed set", { targeting: "snapshot" }, { preset: "all-at-once", targeting: "snapshot" }],
  [
    "chosen devices",
    { targeting: "chosen", devices: [sensor] },
    { preset: "all-at-once", targeting: { deviceIds: ["d1" as DeviceId] } },
  ],
  [
    "attempts keep the waits of the preset",
    { preset: "urgent", maxAttempts: 1 },
    { preset: "urgent", retry: { maxAttempts: 1, baseMinutes: 5, factor: 4, capMinutes: 360 } },
  ],
  [
    "a start to come, in the reader's zone",
    { start: "at", startAt: "2026-11-18T09:00" },
    { preset: "all-at-once", startAtMs: new Date(2026, 10, 18, 9).getTime() },
  ],
  ["a queue", { start: "after-current" }, { preset: "all-at-once", startPolicy: "after-current" }],
  ["a number of devices", { maxDevices: " 7 " }, { preset: "all-at-once", maxDevices: 7 }],
  [
    "a deadline",
    { deadline: "2026-11-20T18:30" },
    { preset: "all-at-once", deadlineAtMs: new Date(2026, 10, 20, 18, 30).getTime() },
  ],
])("%s", (_title, choice, request) => {
  expect(planRequestOf({ ...DEFAULT_PLAN, ...choice })).toEqual(request);
});

test.each<[Partial<PlanChoice>, ReturnType<typeof planChoiceProblem>]>([
  [{}, undefined],
  [{ preset: "careful", maxDevices: "50", maxAttempts: 10, targeting: "snapshot" }, undefined],
  [{ start: "at", startAt: "2026-11-18T09:00", deadline: "2026-11-19T09:00" }, undefined],
  [{ targeting: "chosen" }, { part: "targeting", message: "Name at least one device." }],
  ...["0", "-1", "1.5", "many"].map((maxDevices): [Partial<PlanChoice>, ReturnType<typeof planChoiceProblem>] => [
    { maxDevices },
    { part: "maxDevices", message: "The number of devices to stop at is a whole number of at least 1." },
  ]),
  [{ start: "at" }, { part: "start", message: "Choose a date and a time." }],
  [
    { start: "at", startAt: "2026-11-17T14:00" },
    { part: "start", message: "The start lies in the past: leave it out to start now." },
  ],
  [{ deadline: "2026-11-17T14:00" }, { part: "deadline", message: "The deadline lies in the past." }],
  [
    { preset: "standard", deadline: "2026-11-17T20:00" },
    {
      part: "deadline",
      message: "The soaks of the phases alone last beyond the deadline: the last phase would never open.",
    },
  ],
])("what is wrong with %o is said at its field", (choice, problem) => {
  expect(planChoiceProblem({ ...DEFAULT_PLAN, ...choice }, nowMs)).toEqual(problem);
});

test.each([
  ["plan.targeting.deviceIds", "targeting"],
  ["plan.retry.maxAttempts", "attempts"],
  ["plan.startPolicy", "start"],
  ["plan.window", "plan"],
  [undefined, "plan"],
])("a refusal of %s is said at %s", (field, part) => {
  expect(planPartOf(field)).toBe(part);
});
