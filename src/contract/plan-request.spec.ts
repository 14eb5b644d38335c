import { describe, expect, test } from "vitest";
import type { PlanRequest } from "#domain/plan-request.ts";
import { ContractViolation } from "./decode.ts";
import { decodePlanRequest, encodePlanRequest } from "./plan-request.ts";

const canary = {
  name: "Canary",
  size: { count: 5 },
  promote: "manual",
  soakMinutes: 60,
  successPercent: 90,
  minTerminal: 5,
  maxInFlight: { percent: 50, atLeast: 1 },
};

test("a plan that is asked for travels there and back; its instants are RFC 3339 on the way", () => {
  const request: PlanRequest = {
    preset: "careful",
    phases: [{ ...canary, promote: "manual", startAtMs: 1795161600000 }],
    targeting: "snapshot",
    startAtMs: 1795161600000,
    window: { days: [1, 2], from: "22:00", to: "04:00", zone: "Europe/Berlin" },
  };
  const wire = encodePlanRequest(request);
  expect(wire).toMatchObject({
    startAt: "2026-11-20T08:00:00.000Z",
    phases: [{ startAt: "2026-11-20T08:00:00.000Z" }],
  });
  expect(decodePlanRequest(JSON.parse(JSON.stringify(wire)))).toEqual(request);
});

test("nothing at all is a plan: the server fills it", () => {
  expect(decodePlanRequest({})).toEqual({});
  expect(decodePlanRequest({ preset: "urgent", halt: null })).toEqual({ preset: "urgent" });
});

describe("what a plan cannot be is refused with its field", () => {
  test.each([
    ["plan.presets", { presets: "careful" }],
    ["plan.preset", { preset: 7 }],
    ["plan.startAtMs", { startAtMs: 1795161600000 }],
    ["plan.startAt", { startAt: "tomorrow" }],
    ["plan.deadlineAt", { deadlineAt: "+275760-09-12T00:00:00Z" }],
    ["plan.deadlineAt", { deadlineAt: "2026-11-22T10:00:00" }],
    ["plan.deadlineAt", { deadlineAt: "2026-11-22" }],
    ["plan.deadlineAt", { deadlineAt: "2027-02-29T10:00:00Z" }],
    ["plan.startPolicy", { startPolicy: "at-dawn" }],
    ["plan.targeting", { targeting: "everyone" }],
    ["plan.targeting", { targeting: { deviceIds: [""] } }],
    ["plan.phases", { phases: "all" }],
    ["plan.phases[1].size", { phases: [canary, { ...canary, size: { share: 5 } }] }],
    ["plan.phases[0].maxInFlight", { phases: [{ ...canary, maxInFlight: 5 }] }],
    ["plan.phases[0].promote", { phases: [{ ...canary, promote: "soon" }] }],
    ["plan.phases[0].soakMinutes", { phases: [{ ...canary, soakMinutes: undefined }] }],
    ["plan.maxUnavailable", { maxUnavailable: { count: "5" } }],
    ["plan.halt.ratio.minFailed", { halt: { ratio: { percent: 5, minTerminal: 20 } } }],
    ["plan.halt.ratios", { halt: { ratios: 5 } }],
    ["plan.timeouts.installMinutes", { timeouts: { stallMinutes: 1 } }],
    ["plan.window.days", { window: { days: "monday", from: "1", to: "2", zone: "x" } }],
    ["plan", "careful"],
  ])("%s", (field, wire) => {
    const decode = () => decodePlanRequest(wire);
    expect(decode).toThrow(ContractViolation);
    expect(decode).toThrow(expect.objectContaining({ field }));
  });
});
