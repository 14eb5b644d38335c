import { describe, expect, test } from "vitest";
import { planOf, PRESETS, type Phase, type Preset } from "./plan.ts";
import type { Size } from "./size.ts";

function sizeText(size: Size): string {
  if ("count" in size) return `${size.count}`;
  return size.atLeast === undefined ? `${size.percent} %` : `${size.percent} % (${size.atLeast})`;
}

/** Size, promotion, soak in hours, and how many are in flight. */
function phaseText({ size, promote, soakMinutes, maxInFlight }: Phase): string {
  return `${sizeText(size)} ${promote} ${soakMinutes / 60} h, ${sizeText(maxInFlight)} in flight`;
}

describe("the phases of each preset", () => {
  test.each<[Preset, readonly string[]]>([
    ["all-at-once", ["100 % auto 0 h, 100 % in flight"]],
    [
      "careful",
      [
        "5 manual 24 h, 5 in flight",
        "5 % manual 24 h, 0.5 % (5) in flight",
        "25 % manual 24 h, 0.5 % (5) in flight",
        "50 % manual 24 h, 0.5 % (5) in flight",
        "100 % manual 24 h, 0.5 % (5) in flight",
      ],
    ],
    [
      "standard",
      [
        "5 % (5) after-soak 2 h, 10 in flight",
        "50 % after-soak 12 h, 2 % (10) in flight",
        "100 % after-soak 12 h, 2 % (10) in flight",
      ],
    ],
    ["urgent", ["10 auto 0.25 h, 10 in flight", "100 % auto 0.25 h, 5 % (50) in flight"]],
  ])("%s", (preset, expected) => {
    expect(planOf(preset, "s").phases.map(phaseText)).toEqual(expected);
  });
});

describe("what stops each preset, what it may lose, and how often it tries", () => {
  const lost = { smallPhase: 1, count: 3, percent: 2 };

  test.each<[Preset, object, string, number, number]>([
    ["all-at-once", {}, "100 %", 3, 0],
    ["careful", { absolute: 1, ratio: ratioOf(3), streak: 3, lost }, "1 % (3)", 3, 10],
    ["standard", { absolute: 2, ratio: ratioOf(5), streak: 3, lost }, "5 % (10)", 3, 10],
    ["urgent", { absolute: 3, ratio: ratioOf(10), streak: 5, lost }, "10 % (10)", 5, 10],
  ])("%s", (preset, halt, unavailable, attempts, confirmMinutes) => {
    const plan = planOf(preset, "s");
    expect(plan.halt).toEqual(halt);
    expect([sizeText(plan.maxUnavailable), plan.retry.maxAttempts]).toEqual([unavailable, attempts]);
    expect(plan.timeouts.confirmMinutes).toBe(confirmMinutes);
  });
});

test.each(PRESETS)("%s: the same for all", (preset) => {
  expect(planOf(preset, "a seed")).toMatchObject({
    preset,
    seed: "a seed",
    targeting: "continuous",
    startPolicy: "now",
    retry: { baseMinutes: 5, factor: 4, capMinutes: 360 },
    timeouts: { stallMinutes: 15, installMinutes: 30, verify: { minutes: 15, heartbeats: 3 }, attemptMinutes: 1_440 },
  });
  const { phases } = planOf(preset, "s");
  expect(phases.every(({ successPercent, minTerminal }) => successPercent === 90 && minTerminal === 20)).toBe(true);
});

function ratioOf(percent: number) {
  return { percent, minTerminal: 20, minFailed: 3 };
}
