import { describe, expect, test } from "vitest";
import { days, hours, minutes } from "#lib/duration.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { fusesNow } from "./phase-progress.ts";
import { whyNotOf } from "./read-why-not.ts";
import { FLAWLESS, HEALTHY, type Simulation } from "./simulation.ts";
import { stage } from "./stage.ts";

/** How many of a fleet with so much trouble a preset reaches, and what stopped it if it was not everybody. */
function landed(preset: string, size: number, failPercent: number, seed: string) {
  const { fleet, deploy, deployment, travel } = stage({ ...HEALTHY, failPercent }, seed);
  fleet(size);
  const id = deploy({ main: "2.0.0" }, { plan: { preset } });
  for (let day = 0; day < 10 && !deployment(id).settled && deployment(id).halt === undefined; day += 1) travel(days(1));
  const { state, halt, settled } = deployment(id);
  return { state, halt, settled };
}

describe("an ordinary fleet is no bad build", () => {
  test.each([
    ["standard", 2_000, 1, ["a", "b", "c"]],
    ["standard", 10_000, 2, ["a"]],
    ["standard", 10_000, 3, ["b"]],
    ["urgent", 2_000, 3, ["a", "b", "c"]],
    ["urgent", 10_000, 2, ["b"]],
    ["urgent", 10_000, 3, ["c"]],
  ] as const)("under %s, %i devices with %i %% trouble are all reached", (preset, size, failPercent, seeds) => {
    for (const seed of seeds) {
      expect(landed(preset, size, failPercent, seed)).toEqual({ state: "in-progress", halt: undefined, settled: true });
    }
  });

  test("what a plan says of its canary it means: one of ten that stays silent, and three of sixty", () => {
    expect(landed("urgent", 10_000, 3, "a").halt).toMatchObject({ rule: "lost", value: 1, threshold: 1, phase: 0 });
    expect(landed("standard", 2_000, 3, "d").halt).toMatchObject({ rule: "ratio", value: 5, threshold: 5, phase: 0 });
  });
});

describe("a build that fails on some", () => {
  /** Three of ten fail it; the others are well. */
  const some: Simulation = {
    ...FLAWLESS,
    correlated: [{ version: "2.0.0", failPercent: 30, kind: "install-refused" }],
  };

  // Two of a canary of ten are below the bar of its halt rule, and too many for the phase to be complete.
  test.each([
    ["standard", 40, ["halted", "halted", "halted", "halted"]],
    ["urgent", 10, ["halted", "halted", "halted", "in-progress"]],
  ])("of 10,000 under %s comes no further than the first phase, and at most %i have it", (preset, most, expected) => {
    const states = ["e", "f", "g", "h"].map((seed) => {
      const { fleet, deploy, deployment, rows, travel } = stage(some, seed);
      fleet(10_000);
      const id = deploy({ main: "2.0.0" }, { plan: { preset } });
      travel(hours(4));
      expect(rows(id).filter(({ attempt }) => attempt > 0).length).toBeLessThanOrEqual(most);
      return deployment(id).state;
    });
    expect(states.toSorted()).toEqual(expected);
  });

  test("that no canary showed costs a share of those on their way, and those", () => {
    const hidden: Simulation = {
      ...FLAWLESS,
      correlated: [{ version: "2.0.0", failPercent: 100, kind: "install-refused" }],
    };
    const { act, world, projectId, fleet, deploy, deployment, rows, travel } = stage(hidden);
    fleet(4_000);
    const plan: PlanRequest = {
      halt: { ratio: { percent: 5, minTerminal: 20, minFailed: 3 }, streak: 3 },
      maxUnavailable: { count: 200 },
    };
    const id = deploy({ main: "2.0.0" }, { plan });
    const streak = () => fusesNow(world.rollouts[0]!).find(({ rule }) => rule === "streak");
    expect(streak()).toMatchObject({ value: 0, threshold: 10, remaining: 10 });
    travel(hours(2));
    expect(deployment(id)).toMatchObject({ state: "halted", halt: { rule: "streak", value: 10, threshold: 10 } });
    expect(rows(id).filter(({ attempt }) => attempt > 0).length).toBeLessThanOrEqual(210);
    const waiting = rows(id).filter(({ substate }) => substate === "waiting-deployment");
    const untouched = waiting.find(({ attempt }) => attempt === 0)!;
    expect(whyNotOf(world, projectId, id, untouched.deviceId)).toMatchObject({
      failed: "deployment-open",
      sentence: expect.stringContaining("10 devices failed in a row"),
    });
    expect([waiting.length, deployment(id).counts.substates["waiting-deployment"]]).toEqual([4_000, 4_000]);
    act({ kind: "resume-deployment", projectId, deploymentId: id, reason: "Once more." });
    expect(streak()).toMatchObject({ value: 0, threshold: 10 });
  });
});

describe("a proof counts for the halt rules when it comes", () => {
  /** Devices that speak for themselves under a plan that halts at a streak of three and keeps proofs for ten minutes. */
  function watched() {
    const set = stage();
    const devices = Array.from({ length: 5 }, (_, at) => set.external(`device ${at}`));
    const timeouts = {
      stallMinutes: 15,
      installMinutes: 30,
      verify: { minutes: 15, heartbeats: 3 },
      confirmMinutes: 10,
      attemptMinutes: 1_440,
    };
    const id = set.deploy({ main: "2.0.0" }, { plan: { halt: { streak: 3 }, timeouts } });
    for (const device of devices) {
      set.say(device, "IDLE 0 1.0.0");
      set.ask(device);
      set.say(device, "UPDATING 0 1.0.0→2.0.0");
    }
    const run = () => fusesNow(set.world.rollouts[0]!)[0]?.value;
    const fail = (at: number) => set.say(devices[at]!, "IDLE 0 1.0.0", "IDLE 0 1.0.0");
    const prove = (at: number) => set.say(devices[at]!, "UPDATING 1 2.0.0");
    return { ...set, id, run, fail, prove, state: () => set.deployment(id).state };
  }

  test("it breaks a streak, and so does the end of its confirm period", () => {
    const { fail, prove, run, state, travel } = watched();
    fail(0);
    fail(1);
    expect(run()).toBe(2);
    prove(2);
    expect(run()).toBe(0);
    fail(3);
    fail(4);
    expect([run(), state()]).toEqual([2, "in-progress"]);
    travel(minutes(10));
    expect(run()).toBe(0);
  });

  test("a device that reverts within its confirm period is one more that failed in a row", () => {
    const { fail, prove, run, state } = watched();
    prove(2);
    fail(0);
    fail(1);
    expect(run()).toBe(2);
    fail(2);
    expect([run(), state()]).toEqual([3, "halted"]);
  });
});
