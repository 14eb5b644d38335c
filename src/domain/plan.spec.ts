import { expect, test } from "vitest";
import { planOf, PRESETS } from "./plan.ts";

test("all at once: one phase of everybody, no halt, no confirm period, three attempts", () => {
  expect(planOf("all-at-once", "s")).toMatchObject({
    preset: "all-at-once",
    seed: "s",
    phases: [{ size: { percent: 100 }, promote: "auto", soakMinutes: 0, maxInFlight: { percent: 100 } }],
    targeting: "continuous",
    startPolicy: "now",
    halt: {},
    retry: { maxAttempts: 3 },
    timeouts: { confirmMinutes: 0 },
  });
});

test.each([
  ["all-at-once", 1],
  ["careful", 5],
  ["standard", 3],
  ["urgent", 2],
] as const)("%s has %i phases, the last of everybody", (preset, count) => {
  const { phases } = planOf(preset, "s");
  expect(phases).toHaveLength(count);
  expect(phases.at(-1)?.size).toEqual({ percent: 100 });
});

test.each(PRESETS)("%s asks for nine in ten, of at most twenty finished", (preset) => {
  expect(
    planOf(preset, "s").phases.every(({ successPercent, minTerminal }) => successPercent === 90 && minTerminal === 20),
  ).toBe(true);
});
