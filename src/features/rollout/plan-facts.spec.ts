import { expect, test } from "vitest";
import { planOf } from "#domain/plan.ts";
import { planFacts } from "./plan-facts.ts";
import { canHalt } from "./plan-names.ts";

function factsOf(...given: Parameters<typeof planFacts>) {
  return Object.fromEntries(planFacts(...given).map(({ key, ...told }) => [key, Object.values(told)[0]]));
}

test("a plan is told fact by fact", () => {
  expect(factsOf(planOf("standard", "seed"))).toEqual({
    Plan: "Standard",
    Devices: "all of the cohort, later ones too",
    Phases: [
      "5\u202f% (at least 5): 10 devices at a time",
      "50\u202f%: 2\u202f% (at least 10) at a time",
      "All devices: 2\u202f% (at least 10) at a time",
    ],
    Unavailable: "at most 5\u202f% (at least 10)",
    "Halts at": [
      "2 failed in a small phase",
      "5\u202f% failed, from 20 finished",
      "3 failed in a row (5\u202f% of those under way, if more)",
      "1 silent in a small phase, 3 in a larger one",
    ],
    Attempts: "3, the second after about 5 min",
    "Gives up":
      "after 30 min without progress, 30 min of installing, 15 min or 3 heartbeats of silence after a reboot, 24 h in all",
    Proof: "the new version is reported and kept for 10 min",
  });
});

test("what was set beyond the preset is told too", () => {
  const facts = factsOf({
    ...planOf("all-at-once", "seed"),
    targeting: "snapshot",
    maxDevices: 100,
    deadlineAtMs: 7,
    window: { days: [1, 2], from: "22:00", to: "06:00", zone: "Europe/Berlin" },
  });
  expect(facts).toMatchObject({
    Devices: "those in the cohort at the start, nobody later",
    "Stops at": "100 devices verified",
    Deadline: 7,
    Hours: "Mon, Tue from 22:00 to 06:00 of the next day, Europe/Berlin",
    Halts: "never by itself",
  });
});

test.each([
  ["all-at-once", false],
  ["standard", true],
] as const)("whether %s can halt by itself: %s", (preset, can) => {
  expect(canHalt(planOf(preset, "").halt)).toBe(can);
});
