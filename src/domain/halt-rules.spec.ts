import { describe, expect, test } from "vitest";
import { fusesOf, haltOf, rulesAt, type HaltFacts, type HaltTally } from "./halt-rules.ts";
import { planOf, PRESETS, type HaltRules } from "./plan.ts";

const NONE: HaltTally = { started: 0, finished: 0, failed: 0, lost: 0 };

/** `started` defaults to those that finished. */
function tally({ failed = 0, lost = 0, finished = failed, started = finished }: Partial<HaltTally>): HaltTally {
  return { started, finished, failed, lost };
}

function verdict(rules: HaltRules, facts: Partial<HaltFacts>): string | undefined {
  const found = haltOf(rules, { phaseSize: 100, phase: NONE, whole: NONE, failedRun: 0, inFlight: 10, ...facts });
  return found === undefined ? undefined : `${found.rule} ${found.scope} ${found.value}/${found.threshold}`;
}

describe("absolute: so many failures in a phase of at most 20", () => {
  test.each<[string, number, number, string | undefined]>([
    ["below the bar", 20, 1, undefined],
    ["at it", 20, 2, "absolute phase 2/2"],
    ["above it", 20, 3, "absolute phase 3/2"],
    ["a phase of one", 1, 2, "absolute phase 2/2"],
    ["a phase of 21 is not judged so", 21, 2, undefined],
  ])("%s", (_what, phaseSize, failed, expected) => {
    expect(verdict({ absolute: 2 }, { phaseSize, phase: tally({ failed, finished: 10 }) })).toBe(expected);
  });

  test("failures of other phases are theirs", () => {
    expect(verdict({ absolute: 2 }, { phaseSize: 5, phase: tally({ failed: 1 }), whole: tally({ failed: 9 }) })).toBe(
      undefined,
    );
  });
});

describe("ratio: a share of those that finished, in the phase and over all", () => {
  const ratio = { percent: 5, minTerminal: 20, minFailed: 3 };

  test.each<[string, number, number, string | undefined]>([
    ["too few finished", 3, 19, undefined],
    ["enough finished, exactly", 3, 20, "ratio phase 15/5"],
    ["too few failed", 2, 20, undefined],
    ["at the share", 3, 60, "ratio phase 5/5"],
    ["just below the share", 3, 61, undefined],
    ["just above it", 4, 79, `ratio phase ${(4 / 79) * 100}/5`],
    ["nobody finished", 0, 0, undefined],
  ])("%s", (_what, failed, finished, expected) => {
    expect(verdict({ ratio }, { phase: tally({ failed, finished }) })).toBe(expected);
  });

  test("devices that were offered and have not finished are not in it", () => {
    expect(verdict({ ratio }, { phase: tally({ failed: 3, finished: 20, started: 100_000 }) })).toBe(
      "ratio phase 15/5",
    );
  });

  test("a good phase does not hide what all phases together tell", () => {
    const facts = { phase: tally({ failed: 2, finished: 50 }), whole: tally({ failed: 6, finished: 100 }) };
    expect(verdict({ ratio }, facts)).toBe("ratio rollout 6/5");
  });

  test("100 %: each one failed", () => {
    const every = { percent: 100, minTerminal: 1, minFailed: 1 };
    const five = (failed: number) => ({ inFlight: 5, phase: tally({ failed, finished: 5 }) });
    expect(verdict({ ratio: every }, five(4))).toBeUndefined();
    expect(verdict({ ratio: every }, five(5))).toBe("ratio phase 100/100");
  });
});

describe("streak: the last devices to finish all failed", () => {
  test.each([
    [2, undefined],
    [3, "streak rollout 3/3"],
    [4, "streak rollout 4/3"],
  ])("%i in a row of 3", (failedRun, expected) => {
    expect(verdict({ streak: 3 }, { failedRun })).toBe(expected);
  });
});

describe("many on their way at once: as many failures as the plan takes of them tell nothing yet", () => {
  const five = { percent: 5, minTerminal: 20, minFailed: 3 };
  const ten = { percent: 10, minTerminal: 20, minFailed: 3 };

  test.each<[string, HaltRules, number, HaltRules]>([
    ["5 % of 60 are 3: nothing changes", { ratio: five, streak: 3 }, 60, { ratio: five, streak: 3 }],
    ["5 % of 61 are 4", { ratio: five, streak: 3 }, 61, { ratio: { ...five, minFailed: 4 }, streak: 4 }],
    ["standard, 10,000 devices", { ratio: five, streak: 3 }, 200, { ratio: { ...five, minFailed: 10 }, streak: 10 }],
    ["urgent, 10,000 devices", { ratio: ten, streak: 5 }, 500, { ratio: { ...ten, minFailed: 50 }, streak: 50 }],
    [
      "a plan that wants more itself",
      { ratio: five, streak: 30 },
      200,
      { ratio: { ...five, minFailed: 10 }, streak: 30 },
    ],
    ["without a share nothing is ordinary", { streak: 3 }, 100_000, { streak: 3 }],
    ["no streak is made", { ratio: five }, 200, { ratio: { ...five, minFailed: 10 } }],
    [
      "the others are as they are",
      { absolute: 2, lost: { smallPhase: 1, count: 3, percent: 2 } },
      500,
      { absolute: 2, lost: { smallPhase: 1, count: 3, percent: 2 } },
    ],
  ])("%s", (_what, rules, inFlight, expected) => {
    expect(rulesAt(rules, inFlight)).toEqual(expected);
  });

  test.each<[string, Partial<HaltFacts>, string | undefined]>([
    ["nine in a row", { failedRun: 9 }, undefined],
    ["ten in a row", { failedRun: 10 }, "streak rollout 10/10"],
    ["nine of the first twenty", { phase: tally({ failed: 9, finished: 20 }) }, undefined],
    ["ten of the first twenty", { phase: tally({ failed: 10, finished: 20 }) }, "ratio phase 50/5"],
    ["ten of 200", { phase: tally({ failed: 10, finished: 200 }) }, "ratio phase 5/5"],
    ["ten of 201", { phase: tally({ failed: 10, finished: 201 }) }, undefined],
  ])("with 200 on their way, of 5 %: %s", (_what, facts, expected) => {
    expect(verdict({ ratio: five, streak: 3 }, { phaseSize: 4_500, inFlight: 200, ...facts })).toBe(expected);
  });
});

describe("lost: so many in a small phase, so many and such a share in a larger one", () => {
  const lost = { smallPhase: 1, count: 3, percent: 2 };

  test.each<[string, number, number, number, string | undefined]>([
    ["none in a small phase", 20, 20, 0, undefined],
    ["one in a small phase", 20, 20, 1, "lost phase 1/1"],
    ["one in a larger phase", 21, 21, 1, undefined],
    ["two in a larger phase", 500, 10, 2, undefined],
    ["three in a larger phase, early", 500, 10, 3, "lost phase 3/3"],
    ["three of 150 offered: 2 %", 500, 150, 3, "lost phase 3/3"],
    ["three of 151 offered", 500, 151, 3, undefined],
    ["four of 151 offered", 500, 151, 4, "lost phase 4/4"],
    ["99 of 5,000 offered", 9_000, 5_000, 99, undefined],
    ["100 of 5,000 offered", 9_000, 5_000, 100, "lost phase 100/100"],
  ])("%s", (_what, phaseSize, started, count, expected) => {
    const phase = tally({ failed: count, lost: count, finished: started });
    expect(verdict({ lost }, { phaseSize, phase })).toBe(expected);
  });
});

describe("the rules together", () => {
  const rules = { absolute: 1, ratio: { percent: 5, minTerminal: 1, minFailed: 1 }, streak: 1 };
  const lost = { smallPhase: 1, count: 1, percent: 1 };
  const bad = {
    phaseSize: 5,
    phase: tally({ failed: 1, lost: 1 }),
    whole: tally({ failed: 1, lost: 1 }),
    failedRun: 1,
    inFlight: 5,
  };

  test.each<[HaltRules, string]>([
    [{ ...rules, lost }, "absolute phase 1/1"],
    [{ ratio: rules.ratio, streak: 1, lost }, "ratio phase 100/5"],
    [{ streak: 1, lost }, "streak rollout 1/1"],
    [{ lost }, "lost phase 1/1"],
  ])("the first of several is named: %j", (some, expected) => {
    expect(verdict(some, bad)).toBe(expected);
  });

  test("without rules nothing halts", () => {
    expect(verdict({}, bad)).toBeUndefined();
    expect(fusesOf({}, { ...bad })).toEqual([]);
  });

  test.each(PRESETS)("%s does not halt before anything has finished", (preset) => {
    const { halt } = planOf(preset, "s");
    for (const phaseSize of [0, 1, 20, 21, 1_000_000]) {
      expect(verdict(halt, { phaseSize })).toBeUndefined();
      expect(verdict(halt, { phaseSize, phase: tally({ started: phaseSize, finished: 0 }) })).toBeUndefined();
    }
  });
});

describe("fuses: how near each rule is", () => {
  const { halt } = planOf("standard", "s");
  const fuses = (facts: Partial<HaltFacts>, rules: HaltRules = halt) =>
    fusesOf(rules, { phaseSize: 500, phase: NONE, whole: NONE, failedRun: 0, inFlight: 10, ...facts }).map(
      ({ rule, scope, value, threshold, armed, remaining }) =>
        `${rule} ${scope} ${value}/${threshold} ${armed ? "armed" : "not armed"}, ${remaining} more`,
    );

  test("before anything has finished", () => {
    expect(fuses({})).toEqual([
      "absolute phase 0/2 not armed, 2 more",
      "ratio phase 0/5 not armed, 20 more",
      "ratio rollout 0/5 not armed, 20 more",
      "streak rollout 0/3 armed, 3 more",
      "lost phase 0/3 armed, 3 more",
    ]);
  });

  test("in a small phase each failure counts", () => {
    expect(fuses({ phaseSize: 20, phase: tally({ failed: 1, finished: 4 }) }).slice(0, 1)).toEqual([
      "absolute phase 1/2 armed, 1 more",
    ]);
  });

  test("with 200 on their way the bar of a streak is what it is then", () => {
    expect(fuses({ inFlight: 200, failedRun: 4, phase: tally({ failed: 4, finished: 4 }) })).toEqual([
      "absolute phase 4/2 not armed, 0 more",
      "ratio phase 100/5 not armed, 16 more",
      "ratio rollout 0/5 not armed, 20 more",
      "streak rollout 4/10 armed, 6 more",
      "lost phase 0/3 armed, 3 more",
    ]);
  });

  test.each([
    ["19 good ones: one more, and two that it takes to be three", 0, 19, "0/5 not armed, 3 more"],
    ["2 of 40 failed: one more is the third", 2, 40, "5/5 armed, 1 more"],
    ["none of 100: six make 6 of 106", 0, 100, "0/5 armed, 6 more"],
    ["blown", 3, 60, "5/5 armed, 0 more"],
  ])("ratio: %s", (_what, failed, finished, expected) => {
    expect(fuses({ phase: tally({ failed, finished }) })[1]).toBe(`ratio phase ${expected}`);
  });

  test("what a fuse says is what halts: so many more failures in a row, and not one fewer", () => {
    for (let failed = 0; failed <= 6; failed += 1) {
      for (let finished = failed; finished <= 130; finished += 1) {
        const phase = tally({ failed, finished });
        const facts = { phaseSize: 500, phase, whole: NONE, failedRun: 0, inFlight: 10 };
        const { remaining } = fusesOf({ ratio: halt.ratio! }, facts)[0]!;
        const after = (more: number) => tally({ failed: failed + more, finished: finished + more });
        expect(verdict({ ratio: halt.ratio! }, { phase: after(remaining) })).toBeDefined();
        if (remaining > 0) expect(verdict({ ratio: halt.ratio! }, { phase: after(remaining - 1) })).toBeUndefined();
      }
    }
  });

  test("a rule that asks for every failure is gone once one has succeeded", () => {
    const every = { ratio: { percent: 100, minTerminal: 1, minFailed: 1 } };
    const facts = { inFlight: 2, phase: tally({ failed: 1, finished: 2 }), whole: tally({ failed: 2 }) };
    expect(fuses(facts, every)).toEqual(["ratio rollout 100/100 armed, 0 more"]);
  });
});
