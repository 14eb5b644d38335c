import { describe, expect, test } from "vitest";
import { days, hours, minutes } from "#lib/duration.ts";
import type { DeviceId } from "./ids.ts";
import { planOf, PRESETS, type Phase, type Plan } from "./plan.ts";
import { planFrom, type PlanRequest } from "./plan-request.ts";
import { isProblem } from "./problem.ts";
import type { DeployWindow } from "./window.ts";

const NOW = Date.UTC(2026, 10, 21, 12);
const CONTEXT = { seed: "deployment-7", nowMs: NOW };

const CANARY: Phase = {
  name: "Canary",
  size: { count: 5 },
  promote: "auto",
  soakMinutes: 0,
  successPercent: 90,
  minTerminal: 20,
  maxInFlight: { percent: 100 },
};
const REST: Phase = { ...CANARY, name: "All devices", size: { percent: 100 } };
const HALF: Phase = { ...CANARY, name: "Half", size: { percent: 50 } };

const { retry: RETRY, timeouts: TIMEOUTS } = planOf("standard", "s");
const RATIO = { percent: 5, minTerminal: 20, minFailed: 3 };
const LOST = { smallPhase: 1, count: 3, percent: 2 };
const WINDOW: DeployWindow = { days: [1, 5], from: "22:00", to: "04:00", zone: "Europe/Berlin" };

const named = (texts: readonly string[]) => texts as readonly DeviceId[];

describe("a plan is filled from its preset", () => {
  test("none: all at once, ordered by the deployment's own seed", () => {
    expect(planFrom(undefined, CONTEXT)).toEqual(planOf("all-at-once", "deployment-7"));
    expect(planFrom({}, CONTEXT)).toEqual(planOf("all-at-once", "deployment-7"));
  });

  test.each(PRESETS)("%s as it stands", (preset) => {
    expect(planFrom({ preset }, CONTEXT)).toEqual(planOf(preset, "deployment-7"));
  });

  test.each(PRESETS)("a plan of %s given back is the same plan", (preset) => {
    const plan = planFrom({ preset, phases: [CANARY, REST], seed: "other" }, CONTEXT);
    expect(isProblem(plan)).toBe(false);
    expect(planFrom(plan as Plan, { ...CONTEXT, seed: "not used" })).toEqual(plan);
  });

  test("a seed of its own orders the devices as the preview did", () => {
    expect(planFrom({ seed: "preview" }, CONTEXT)).toMatchObject({ seed: "preview" });
  });

  test("a field replaces that of the preset whole, and no other", () => {
    const plan = planFrom({ preset: "standard", halt: { streak: 9 } }, CONTEXT);
    expect(plan).toEqual({ ...planOf("standard", "deployment-7"), preset: "custom", halt: { streak: 9 } });
  });
});

describe("a plan keeps the preset's name only if it lands like it", () => {
  test.each<[string, PlanRequest, string]>([
    ["whom it means is no part of it", { preset: "careful", targeting: "snapshot" }, "careful"],
    ["nor how many", { preset: "careful", maxDevices: 7 }, "careful"],
    ["nor when", { preset: "careful", startAtMs: NOW + hours(1), deadlineAtMs: NOW + days(30) }, "careful"],
    ["nor its hours", { preset: "careful", window: WINDOW }, "careful"],
    ["nor a field that says the same", { preset: "standard", retry: { ...RETRY } }, "standard"],
    ["other phases", { preset: "careful", phases: [CANARY, REST] }, "custom"],
    ["another budget", { preset: "careful", maxUnavailable: { count: 2 } }, "custom"],
    ["other halt rules", { preset: "careful", halt: {} }, "custom"],
    ["other attempts", { preset: "careful", retry: { ...RETRY, maxAttempts: 1 } }, "custom"],
    ["other timeouts", { preset: "careful", timeouts: { ...TIMEOUTS, confirmMinutes: 0 } }, "custom"],
    ["custom, said as such", { preset: "custom" }, "custom"],
  ])("%s", (_what, request, expected) => {
    expect(planFrom(request, CONTEXT)).toMatchObject({ preset: expected });
  });
});

/** Each is refused for the field in the last column. What is said is in the rule; that the field is named is the test. */
const REFUSED: Readonly<Record<string, readonly (readonly [string, PlanRequest, string])[]>> = {
  "what it is": [
    ["an unknown preset", { preset: "reckless" }, "preset"],
    ["a preset that every object has", { preset: "constructor" }, "preset"],
    ["no preset at all", { preset: "" }, "preset"],
    ["an empty seed", { seed: "" }, "seed"],
    ["a seed of 101 characters", { seed: "s".repeat(101) }, "seed"],
  ],
  phases: [
    ["none", { phases: [] }, "phases"],
    ["21 of them", { phases: many(21) }, "phases"],
    ["a nameless one", { phases: [{ ...REST, name: " " }] }, "phases[0].name"],
    ["a name of 101 characters", { phases: [CANARY, { ...REST, name: "n".repeat(101) }] }, "phases[1].name"],
    ["a name with a line break", { phases: [{ ...REST, name: "a\nb" }] }, "phases[0].name"],
    ["the last one not everybody", { phases: [CANARY, HALF] }, "phases[1].size"],
    ["the last one a number", { phases: [CANARY] }, "phases[0].size"],
    ["the last one 99.9 %", { phases: [{ ...REST, size: { percent: 99.9 } }] }, "phases[0].size"],
    ["falling shares", { phases: [HALF, { ...HALF, size: { percent: 5 } }, REST] }, "phases[1].size"],
    ["equal shares", { phases: [HALF, HALF, REST] }, "phases[1].size"],
    ["falling numbers", { phases: [{ ...CANARY, size: { count: 9 } }, CANARY, REST] }, "phases[1].size"],
    ["equal numbers", { phases: [CANARY, CANARY, REST] }, "phases[1].size"],
    ["everybody twice", { phases: [REST, REST] }, "phases[1].size"],
    ["a number after everybody", { phases: [REST, CANARY, REST] }, "phases[1].size"],
    ["a number below the least of the share before", { phases: [leastOf(50), CANARY, REST] }, "phases[1].size"],
    ["an unknown promotion", { phases: [{ ...REST, promote: "never" as "auto" }] }, "phases[0].promote"],
    ["a soak of less than nothing", { phases: [{ ...REST, soakMinutes: -1 }] }, "phases[0].soakMinutes"],
    ["a soak of half a minute", { phases: [{ ...REST, soakMinutes: 0.5 }] }, "phases[0].soakMinutes"],
    ["a soak without end", { phases: [{ ...REST, soakMinutes: Infinity }] }, "phases[0].soakMinutes"],
    ["a soak of over a year", { phases: [{ ...REST, soakMinutes: 527_041 }] }, "phases[0].soakMinutes"],
    ["nobody has to succeed", { phases: [{ ...REST, successPercent: 0 }] }, "phases[0].successPercent"],
    ["more than everybody has to", { phases: [{ ...REST, successPercent: 100.1 }] }, "phases[0].successPercent"],
    ["no number has to", { phases: [{ ...REST, successPercent: NaN }] }, "phases[0].successPercent"],
    ["nobody has to be done", { phases: [{ ...REST, minTerminal: 0 }] }, "phases[0].minTerminal"],
    ["two and a half have to", { phases: [{ ...REST, minTerminal: 2.5 }] }, "phases[0].minTerminal"],
    ["nobody may be in flight", { phases: [{ ...REST, maxInFlight: { count: 0 } }] }, "phases[0].maxInFlight"],
    ["no share may be", { phases: [{ ...REST, maxInFlight: { percent: 0 } }] }, "phases[0].maxInFlight"],
  ],
  sizes: [
    ["nobody", { phases: [{ ...CANARY, size: { count: 0 } }, REST] }, "phases[0].size"],
    ["less than nobody", { phases: [{ ...CANARY, size: { count: -5 } }, REST] }, "phases[0].size"],
    ["half a device", { phases: [{ ...CANARY, size: { count: 2.5 } }, REST] }, "phases[0].size"],
    ["no number", { phases: [{ ...CANARY, size: { count: NaN } }, REST] }, "phases[0].size"],
    ["without end", { phases: [{ ...CANARY, size: { count: Infinity } }, REST] }, "phases[0].size"],
    ["no share", { phases: [{ ...CANARY, size: { percent: 0 } }, REST] }, "phases[0].size"],
    ["a share that is no number", { phases: [{ ...CANARY, size: { percent: NaN } }, REST] }, "phases[0].size"],
    ["more than everybody", { phases: [{ ...REST, size: { percent: 101 } }] }, "phases[0].size"],
    ["at least nobody", { phases: [{ ...REST, size: { percent: 100, atLeast: 0 } }] }, "phases[0].size"],
    ["at least one and a half", { phases: [{ ...REST, size: { percent: 100, atLeast: 1.5 } }] }, "phases[0].size"],
    ["number and share", { phases: [{ ...REST, size: { count: 5, percent: 100 } }] }, "phases[0].size"],
    ["number and least", { phases: [{ ...REST, size: { count: 5, atLeast: 5 } }] }, "phases[0].size"],
    ["neither", { phases: [{ ...REST, size: {} as Plan["maxUnavailable"] }] }, "phases[0].size"],
  ],
  "whom it means": [
    ["unknown targeting", { targeting: "everyone" as "snapshot" }, "targeting"],
    ["nobody by name", { targeting: { deviceIds: [] } }, "targeting.deviceIds"],
    ["somebody twice", { targeting: { deviceIds: named(["a", "b", "a"]) } }, "targeting.deviceIds"],
    ["more than a million by name", { targeting: { deviceIds: tooMany() } }, "targeting.deviceIds"],
    ["stops at nobody", { maxDevices: 0 }, "maxDevices"],
    ["stops at half a device", { maxDevices: 0.5 }, "maxDevices"],
    ["stops at no number", { maxDevices: NaN }, "maxDevices"],
  ],
  budgets: [
    ["nobody may be unavailable", { maxUnavailable: { count: 0 } }, "maxUnavailable"],
    ["no share may be", { maxUnavailable: { percent: 0 } }, "maxUnavailable"],
    ["less than nobody may be", { maxUnavailable: { count: -1 } }, "maxUnavailable"],
  ],
  "halt rules": [
    ["at no failure", { halt: { absolute: 0 } }, "halt.absolute"],
    ["at half a failure", { halt: { absolute: 0.5 } }, "halt.absolute"],
    ["at no share", { halt: { ratio: { ...RATIO, percent: 0 } } }, "halt.ratio.percent"],
    ["at more than all", { halt: { ratio: { ...RATIO, percent: 101 } } }, "halt.ratio.percent"],
    ["at a share that is no number", { halt: { ratio: { ...RATIO, percent: NaN } } }, "halt.ratio.percent"],
    ["with nobody done", { halt: { ratio: { ...RATIO, minTerminal: 0 } } }, "halt.ratio.minTerminal"],
    ["with nobody failed", { halt: { ratio: { ...RATIO, minFailed: 0 } } }, "halt.ratio.minFailed"],
    ["with more failed than done", { halt: { ratio: { ...RATIO, minFailed: 21 } } }, "halt.ratio.minFailed"],
    ["at none in a row", { halt: { streak: 0 } }, "halt.streak"],
    ["at none lost of a few", { halt: { lost: { ...LOST, smallPhase: 0 } } }, "halt.lost.smallPhase"],
    ["at none lost of many", { halt: { lost: { ...LOST, count: 0 } } }, "halt.lost.count"],
    ["at no share lost", { halt: { lost: { ...LOST, percent: 0 } } }, "halt.lost.percent"],
  ],
  retries: [
    ["no attempt", { retry: { ...RETRY, maxAttempts: 0 } }, "retry.maxAttempts"],
    ["101 attempts", { retry: { ...RETRY, maxAttempts: 101 } }, "retry.maxAttempts"],
    ["one and a half", { retry: { ...RETRY, maxAttempts: 1.5 } }, "retry.maxAttempts"],
    ["no wait", { retry: { ...RETRY, baseMinutes: 0 } }, "retry.baseMinutes"],
    ["waits that shrink", { retry: { ...RETRY, factor: 0.9 } }, "retry.factor"],
    ["waits that explode", { retry: { ...RETRY, factor: Infinity } }, "retry.factor"],
    ["a cap below the first wait", { retry: { ...RETRY, capMinutes: 4 } }, "retry.capMinutes"],
    ["a cap without end", { retry: { ...RETRY, capMinutes: Infinity } }, "retry.capMinutes"],
  ],
  timeouts: [
    ["no stall", { timeouts: { ...TIMEOUTS, stallMinutes: 0 } }, "timeouts.stallMinutes"],
    ["no installation", { timeouts: { ...TIMEOUTS, installMinutes: -1 } }, "timeouts.installMinutes"],
    ["no proof", { timeouts: { ...TIMEOUTS, verify: { minutes: 0, heartbeats: 3 } } }, "timeouts.verify.minutes"],
    [
      "no heartbeat",
      { timeouts: { ...TIMEOUTS, verify: { minutes: 15, heartbeats: 0 } } },
      "timeouts.verify.heartbeats",
    ],
    ["confirmed before it is there", { timeouts: { ...TIMEOUTS, confirmMinutes: -1 } }, "timeouts.confirmMinutes"],
    ["no attempt", { timeouts: { ...TIMEOUTS, attemptMinutes: 0 } }, "timeouts.attemptMinutes"],
    ["half a minute", { timeouts: { ...TIMEOUTS, stallMinutes: 0.5 } }, "timeouts.stallMinutes"],
    ["no number", { timeouts: { ...TIMEOUTS, attemptMinutes: NaN } }, "timeouts.attemptMinutes"],
  ],
  times: [
    ["starts before now", { startAtMs: NOW - 1 }, "startAtMs"],
    ["starts at no instant", { startAtMs: NaN }, "startAtMs"],
    ["an unknown policy", { startPolicy: "whenever" as "now" }, "startPolicy"],
    ["at a time and after the current one", { startAtMs: NOW + 1, startPolicy: "after-current" }, "startPolicy"],
    ["a deadline now", { deadlineAtMs: NOW }, "deadlineAtMs"],
    ["a deadline at no instant", { deadlineAtMs: Infinity }, "deadlineAtMs"],
    ["a deadline at the start", { startAtMs: NOW + 9, deadlineAtMs: NOW + 9 }, "deadlineAtMs"],
    ["soaks beyond the deadline", { preset: "careful", deadlineAtMs: NOW + days(4) }, "deadlineAtMs"],
    [
      "a phase before the start",
      { startAtMs: NOW + 9, phases: [{ ...REST, startAtMs: NOW + 8 }] },
      "phases[0].startAtMs",
    ],
    ["a phase before an earlier one", { phases: [at(CANARY, 2), HALF, at(REST, 1)] }, "phases[2].startAtMs"],
    ["a phase at the deadline", { phases: [CANARY, at(REST, 1)], deadlineAtMs: NOW + hours(1) }, "phases[1].startAtMs"],
    ["a phase at no instant", { phases: [{ ...REST, startAtMs: 1.5 }] }, "phases[0].startAtMs"],
  ],
  window: [
    ["no day", { window: { ...WINDOW, days: [] } }, "window.days"],
    ["day 0", { window: { ...WINDOW, days: [0] } }, "window.days"],
    ["day 8", { window: { ...WINDOW, days: [1, 8] } }, "window.days"],
    ["half a day", { window: { ...WINDOW, days: [1.5] } }, "window.days"],
    ["a day twice", { window: { ...WINDOW, days: [1, 1] } }, "window.days"],
    ["from no time", { window: { ...WINDOW, from: "24:00" } }, "window.from"],
    ["to no time", { window: { ...WINDOW, to: "4:00" } }, "window.to"],
    ["from a time to the same", { window: { ...WINDOW, to: "22:00" } }, "window.to"],
    ["no zone", { window: { ...WINDOW, zone: "" } }, "window.zone"],
  ],
};

describe.each(Object.entries(REFUSED))("refused, with the field named: %s", (_group, rows) => {
  test.each(rows)("%s", (_what, request, field) => {
    expect(planFrom(request, CONTEXT)).toMatchObject({ problem: "unprocessable", field: `plan.${field}` });
  });
});

describe("what only a host knows of time zones", () => {
  const windows = { knowsZone: (zone: string) => zone === WINDOW.zone, firstOpenMs: () => NOW + hours(9) };

  test.each<[string, PlanRequest, string | undefined]>([
    ["an unknown zone", { window: { ...WINDOW, zone: "Mars/Olympus" } }, "plan.window.zone"],
    ["a window that opens at the deadline", { window: WINDOW, deadlineAtMs: NOW + hours(9) }, "plan.window"],
    ["a window that opens before it", { window: WINDOW, deadlineAtMs: NOW + hours(9) + 1 }, undefined],
  ])("%s", (_what, request, field) => {
    const answer = planFrom(request, { ...CONTEXT, windows });
    expect(isProblem(answer) ? answer.field : undefined).toBe(field);
  });
});

test.each<[string, PlanRequest]>([
  ["20 phases", { phases: many(20) }],
  [
    "a number, then a share, then a number that may be more",
    { phases: [CANARY, HALF, { ...CANARY, size: { count: 50 } }, REST] },
  ],
  ["a share with a least, then a larger number", { phases: [leastOf(50), { ...CANARY, size: { count: 51 } }, REST] }],
  ["one attempt", { retry: { maxAttempts: 1, baseMinutes: 1, factor: 1, capMinutes: 1 } }],
  [
    "halts at the first failure of all",
    { halt: { absolute: 1, ratio: { percent: 100, minTerminal: 1, minFailed: 1 }, streak: 1 } },
  ],
  ["starts at this very moment", { startAtMs: NOW, deadlineAtMs: NOW + 1 }],
  ["waits for the current one, with a deadline", { startPolicy: "after-current", deadlineAtMs: NOW + minutes(1) }],
  ["soaks that end before the deadline", { preset: "careful", deadlineAtMs: NOW + days(4) + 1 }],
  ["phases at their times", { phases: [at(CANARY, 1), at(HALF, 1), at(REST, 2)] }],
  ["a window over midnight on every day", { window: { ...WINDOW, days: [1, 2, 3, 4, 5, 6, 7] } }],
])("taken: %s", (_what, request) => {
  expect(planFrom(request, CONTEXT)).toMatchObject(request.preset === undefined ? request : {});
});

function many(count: number): readonly Phase[] {
  const numbered = Array.from({ length: count - 1 }, (_, at) => ({ ...CANARY, size: { count: at + 1 } }));
  return [...numbered, REST];
}

function leastOf(atLeast: number): Phase {
  return { ...CANARY, size: { percent: 1, atLeast } };
}

function at(phase: Phase, afterHours: number): Phase {
  return { ...phase, startAtMs: NOW + hours(afterHours) };
}

function tooMany(): readonly DeviceId[] {
  return named(Array.from({ length: 1_000_001 }, (_, index) => String(index)));
}
