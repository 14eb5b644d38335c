import { describe, expect, test } from "vitest";
import { budgetLeft, budgetLimits, slotsLeft, type BudgetLimits, type BudgetUse } from "./budgets.ts";
import { planOf } from "./plan.ts";

const IDLE: BudgetUse = { inFlight: 0, confirming: 0, unavailable: 0, silent: 0, verified: 0 };
const LIMITS: BudgetLimits = { inFlight: 10, unavailable: 20, verified: Infinity };

describe("the limits of a plan", () => {
  test.each([
    ["careful", 0, 100, { inFlight: 5, unavailable: 3, verified: Infinity }],
    ["careful", 1, 100, { inFlight: 5, unavailable: 3, verified: Infinity }],
    ["careful", 4, 10_000, { inFlight: 50, unavailable: 100, verified: Infinity }],
    ["standard", 0, 10_000, { inFlight: 10, unavailable: 500, verified: Infinity }],
    ["standard", 1, 10_000, { inFlight: 200, unavailable: 500, verified: Infinity }],
    ["standard", 2, 4, { inFlight: 4, unavailable: 4, verified: Infinity }],
    ["urgent", 1, 10_000, { inFlight: 500, unavailable: 1_000, verified: Infinity }],
    ["all-at-once", 0, 1_000_000, { inFlight: 1_000_000, unavailable: 1_000_000, verified: Infinity }],
  ] as const)("%s, phase %i, of %i", (preset, phase, eligible, expected) => {
    expect(budgetLimits(planOf(preset, "s"), phase, eligible)).toEqual(expected);
  });

  test("no more devices than it is to stop at", () => {
    expect(budgetLimits({ ...planOf("urgent", "s"), maxDevices: 3 }, 0, 100).verified).toBe(3);
  });
});

describe("how many more offers", () => {
  test.each<[string, Partial<BudgetLimits>, Partial<BudgetUse>, number, number]>([
    ["nothing is under way", {}, {}, 10, 20],
    ["one slot is left", {}, { inFlight: 9 }, 1, 11],
    ["no slot is left", {}, { inFlight: 10 }, 0, 10],
    ["over the limit, after devices left: none, not less", {}, { inFlight: 12 }, 0, 8],
    ["who confirms holds no slot, and may still fall silent", {}, { confirming: 4 }, 10, 16],
    ["unavailable devices hold no slot", {}, { unavailable: 20 }, 10, 0],
    ["more unavailable than the limit", {}, { unavailable: 25 }, 10, 0],
    ["who is silent in an attempt counts once", {}, { inFlight: 5, unavailable: 5, silent: 5 }, 5, 15],
    ["each on its way may fall silent", { unavailable: 3 }, { inFlight: 2 }, 8, 1],
    ["a small budget is kept before it is needed", { unavailable: 3 }, { inFlight: 3 }, 7, 0],
    ["stops at 8, 5 are there", { verified: 8 }, { verified: 5 }, 3, 20],
    ["stops at 8, 5 are there and 3 on their way", { verified: 8 }, { verified: 5, inFlight: 2, confirming: 1 }, 0, 17],
    ["stops at 8, all are there", { verified: 8 }, { verified: 8 }, 0, 20],
  ])("%s", (_what, limits, use, slots, budget) => {
    const [bar, used] = [
      { ...LIMITS, ...limits },
      { ...IDLE, ...use },
    ];
    expect([slotsLeft(bar, used), budgetLeft(bar, used)]).toEqual([slots, budget]);
  });
});
