import { array, assert, double, integer, nat, oneof, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { days, hours, minutes } from "#lib/duration.ts";
import { addedSizes, phaseSizes, phaseStanding, type PhaseFacts } from "./phases.ts";
import { planOf, type Phase, type Preset } from "./plan.ts";

describe("how many devices each phase reaches, and adds", () => {
  test.each<[Preset, number, readonly number[], readonly number[]]>([
    ["careful", 1_000, [5, 50, 250, 500, 1_000], [5, 45, 200, 250, 500]],
    ["careful", 999, [5, 50, 250, 500, 999], [5, 45, 200, 250, 499]],
    ["careful", 101, [5, 6, 26, 51, 101], [5, 1, 20, 25, 50]],
    ["careful", 40, [5, 5, 10, 20, 40], [5, 0, 5, 10, 20]],
    ["careful", 7, [5, 5, 5, 5, 7], [5, 0, 0, 0, 2]],
    ["careful", 5, [5, 5, 5, 5, 5], [5, 0, 0, 0, 0]],
    ["careful", 1, [1, 1, 1, 1, 1], [1, 0, 0, 0, 0]],
    ["careful", 0, [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]],
    ["standard", 10_000, [500, 5_000, 10_000], [500, 4_500, 5_000]],
    ["standard", 101, [6, 51, 101], [6, 45, 50]],
    ["standard", 33, [5, 17, 33], [5, 12, 16]],
    ["standard", 3, [3, 3, 3], [3, 0, 0]],
    ["urgent", 2_401, [10, 2_401], [10, 2_391]],
    ["all-at-once", 17, [17], [17]],
  ])("%s of %i", (preset, eligible, sizes, added) => {
    const reached = phaseSizes(planOf(preset, "s").phases, eligible);
    expect([reached, addedSizes(reached)]).toEqual([sizes, added]);
  });

  test("whatever the sizes say: never falling, the last one all, and what they add sums to it", () => {
    const [base] = planOf("all-at-once", "s").phases;
    const size = oneof(
      record({ count: integer({ min: 1, max: 2_000 }) }),
      record({ percent: double({ min: 0.01, max: 100, noNaN: true }), atLeast: integer({ min: 1, max: 50 }) }),
    );
    assert(
      property(array(size, { minLength: 1, maxLength: 20 }), nat(3_000), (all, eligible) => {
        const reached = phaseSizes(
          all.map((each) => ({ ...base!, size: each })),
          eligible,
        );
        const added = addedSizes(reached);
        expect(reached.at(-1)).toBe(eligible);
        expect(added.every((count) => count >= 0)).toBe(true);
        expect(added.reduce((sum, count) => sum + count, 0)).toBe(eligible);
      }),
    );
  });
});

const NOON = Date.UTC(2026, 10, 21, 12);
const PHASE: Phase = {
  name: "Canary",
  size: { count: 100 },
  promote: "auto",
  soakMinutes: 0,
  successPercent: 90,
  minTerminal: 20,
  maxInFlight: { percent: 100 },
};
const FACTS: PhaseFacts = {
  size: 100,
  verified: 0,
  failed: 0,
  terminal: 0,
  excused: 0,
  heldSinceMs: undefined,
  nowMs: NOON,
  last: false,
};

function standing(phase: Partial<Phase>, facts: Partial<PhaseFacts>): string {
  const answer = phaseStanding({ ...PHASE, ...phase }, { ...FACTS, ...facts });
  return answer.state === "soaking" ? `soaking ${(answer.untilMs - NOON) / minutes(1)} min` : answer.state;
}

describe("a phase is complete when enough is done, and enough of it well", () => {
  test.each<[string, Partial<PhaseFacts>, string]>([
    ["nothing is done", {}, "running"],
    ["19 of 20 are done", { verified: 19, terminal: 19 }, "running"],
    ["20 are done", { verified: 20, terminal: 20 }, "done"],
    ["just nine in ten", { verified: 18, failed: 2, terminal: 20 }, "done"],
    ["just below nine in ten", { verified: 17, failed: 3, terminal: 20 }, "running"],
    ["more are done, and the share is back", { verified: 27, failed: 3, terminal: 30 }, "done"],
    ["who left or fits nothing counts as done, not as good", { verified: 9, failed: 1, terminal: 20 }, "done"],
    ["a small phase: not all are done", { size: 5, verified: 4, terminal: 4 }, "running"],
    ["a small phase: all are done", { size: 5, verified: 5, terminal: 5 }, "done"],
    ["a small phase: one of five failed", { size: 5, verified: 4, failed: 1, terminal: 5 }, "running"],
    ["a phase that adds nobody", { size: 0 }, "done"],
    ["all of them left, and nothing is to be proven", { size: 5, terminal: 5 }, "done"],
  ])("%s", (_what, facts, expected) => {
    expect(standing({}, facts)).toBe(expected);
  });
});

describe("devices that nothing can be expected of do not block", () => {
  test.each<[string, Partial<PhaseFacts>, string]>([
    ["only silent ones are left", { verified: 3, terminal: 3, excused: 97 }, "done"],
    ["one that is heard of is left, too", { verified: 3, terminal: 3, excused: 96 }, "running"],
    ["the silent tail does not excuse failures", { verified: 2, failed: 1, terminal: 3, excused: 97 }, "running"],
    ["all are silent: nobody has proven anything", { excused: 100 }, "running"],
    ["all that is done left, the rest is silent", { terminal: 5, excused: 95 }, "running"],
  ])("%s", (_what, facts, expected) => {
    expect(standing({}, facts)).toBe(expected);
  });
});

describe("the soak begins when the criteria first hold", () => {
  const met = { verified: 20, terminal: 20 };

  test.each<[string, Partial<Phase>, Partial<PhaseFacts>, string]>([
    ["they hold now", { soakMinutes: 15 }, met, "soaking 15 min"],
    ["a minute is left", { soakMinutes: 15 }, { ...met, heldSinceMs: NOON - minutes(14) }, "soaking 1 min"],
    ["it is over to the millisecond", { soakMinutes: 15 }, { ...met, heldSinceMs: NOON - minutes(15) }, "done"],
    ["a millisecond before", { soakMinutes: 1 }, { ...met, heldSinceMs: NOON - 59_999 }, `soaking ${1 / 60_000} min`],
    ["failures in between end it", { soakMinutes: 15 }, { ...met, failed: 3, heldSinceMs: NOON - hours(1) }, "running"],
    [
      "and it is not begun anew",
      { soakMinutes: 15 },
      { verified: 36, failed: 4, terminal: 40, heldSinceMs: NOON - hours(1) },
      "done",
    ],
  ])("%s", (_what, phase, facts, expected) => {
    expect(standing(phase, facts)).toBe(expected);
  });
});

describe("promotion", () => {
  const over = { verified: 20, terminal: 20, heldSinceMs: NOON - days(2) };

  test.each<[Phase["promote"], boolean, string]>([
    ["auto", false, "done"],
    ["after-soak", false, "done"],
    ["manual", false, "ready"],
    ["auto", true, "done"],
    ["after-soak", true, "done"],
    ["manual", true, "done"],
  ])("%s, last %s: %s", (promote, last, expected) => {
    expect(standing({ promote, soakMinutes: 24 * 60 }, { ...over, last })).toBe(expected);
  });

  test("a phase that adds nobody is passed through, without a soak or a promotion", () => {
    expect(standing({ promote: "manual", soakMinutes: 60 }, { size: 0 })).toBe("done");
  });

  test("a manual phase soaks before it asks", () => {
    expect(standing({ promote: "manual", soakMinutes: 60 }, { ...over, heldSinceMs: NOON })).toBe("soaking 60 min");
  });
});
