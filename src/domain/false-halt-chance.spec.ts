import { describe, expect, test } from "vitest";
import { EMPTY_COUNTS } from "./counts.ts";
import { falseHaltChance, usualFailureShare } from "./false-halt-chance.ts";
import { planOf, type HaltRules } from "./plan.ts";
import type { Counts } from "./target.ts";

const RATIO = { percent: 5, minTerminal: 20, minFailed: 3 };

describe("how likely a good build halts a phase", () => {
  test.each<[string, HaltRules, number, number, number]>([
    ["no rules", {}, 1_000, 0.5, 0],
    ["nobody fails", planOf("careful", "s").halt, 500, 0, 0],
    ["everybody fails", planOf("careful", "s").halt, 5, 1, 1],
    ["one of five: 1 − 0.99⁵", { absolute: 1 }, 5, 0.01, 0.049_009_95],
    ["two of five", { absolute: 2 }, 5, 0.01, 0.000_980_15],
    ["one failure, but the phase is not small", { absolute: 1 }, 21, 0.01, 0],
    ["three of twenty", { ratio: RATIO }, 20, 0.01, 0.001_003_58],
    ["nineteen: too few for the ratio", { ratio: RATIO }, 19, 0.5, 0],
    ["three at any time within sixty", { ratio: RATIO }, 60, 0.01, 0.022_420_16],
    ["three of three in a row", { streak: 3 }, 3, 0.5, 0.125],
    ["three in a row of four", { streak: 3 }, 4, 0.5, 0.187_5],
    ["three in a row of ten", { streak: 3 }, 10, 0.2, 0.052_349_44],
    [
      "a ratio that can hold after a success too",
      { ratio: { percent: 60, minTerminal: 4, minFailed: 3 } },
      12,
      0.3,
      0.177_541_05,
    ],
    ["ratio or streak", { ratio: { percent: 60, minTerminal: 4, minFailed: 3 }, streak: 4 }, 12, 0.3, 0.195_878_66],
    [
      "absolute, ratio or streak",
      { absolute: 5, ratio: { percent: 60, minTerminal: 4, minFailed: 3 }, streak: 4 },
      12,
      0.3,
      0.325_062_86,
    ],
  ])("%s", (_what, rules, devices, share, expected) => {
    expect(falseHaltChance(rules, { devices, inFlight: 1 }, share)).toBeCloseTo(expected, 7);
  });

  test("a rule that is stricter halts more often; a phase that is larger, too", () => {
    const [careful, urgent] = [planOf("careful", "s").halt, planOf("urgent", "s").halt];
    const chance = (rules: HaltRules, devices: number) => falseHaltChance(rules, { devices, inFlight: 10 }, 0.02);
    expect(chance(careful, 100)).toBeGreaterThan(chance(urgent, 100));
    expect(chance(careful, 200)).toBeGreaterThan(chance(careful, 100));
  });

  test("the more are on their way at once, the more failures are ordinary", () => {
    const { halt } = planOf("standard", "s");
    const chance = (inFlight: number) => falseHaltChance(halt, { devices: 1_000, inFlight }, 0.03);
    expect(chance(10)).toBeCloseTo(0.390_8, 3);
    expect(chance(200)).toBeCloseTo(0.118_5, 3);
    // Never more than there are devices.
    expect(falseHaltChance(halt, { devices: 40, inFlight: 500 }, 0.03)).toBe(
      falseHaltChance(halt, { devices: 40, inFlight: 40 }, 0.03),
    );
  });

  test("of a million devices the first two thousand are looked at", () => {
    const { halt } = planOf("standard", "s");
    const chance = (devices: number) => falseHaltChance(halt, { devices, inFlight: 10 }, 0.01);
    expect(chance(1_000_000)).toBe(chance(2_000));
  });
});

describe("how often devices of a cohort fail", () => {
  const landed = (verified: number, failed: number, unfit = 0): Counts => ({
    ...EMPTY_COUNTS,
    total: verified + failed + unfit,
    buckets: { ...EMPTY_COUNTS.buckets, succeeded: verified, failed: failed + unfit },
    substates: { verified, "install-failed": failed, "no-artifact": unfit },
  });

  test.each<[string, readonly Counts[], number]>([
    ["no past: one in a hundred", [], 0.01],
    ["nothing has finished", [EMPTY_COUNTS], 0.01],
    ["two of a hundred", [landed(98, 2)], 0.02],
    ["what fitted nothing did not fail", [landed(98, 2, 900)], 0.02],
    ["over several, by devices", [landed(99, 1), landed(290, 10)], 0.027_5],
    ["never", [landed(100, 0)], 0],
    ["the sixth is too long ago", [...Array.from({ length: 5 }, () => landed(10, 0)), landed(0, 1_000)], 0],
  ])("%s", (_what, latest, expected) => {
    expect(usualFailureShare(latest)).toBe(expected);
  });
});
