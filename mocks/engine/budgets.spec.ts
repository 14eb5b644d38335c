import { describe, expect, test } from "vitest";
import { days, hours, seconds } from "#lib/duration.ts";
import { budgetLimits } from "#domain/budgets.ts";
import { advance } from "./advance.ts";
import { eligibleIn, inFlightIn } from "./gate.ts";
import { nextUpTo } from "./schedule.ts";
import { FLAWLESS } from "./simulation.ts";
import { stage } from "./stage.ts";
import { stepsFrom } from "./step-columns.ts";
import { codeOf } from "./target-columns.ts";

const PHASE = {
  promote: "auto",
  soakMinutes: 0,
  successPercent: 90,
  minTerminal: 20,
  maxInFlight: { percent: 100 },
} as const;

describe("the two budgets", () => {
  test.each(["careful", "standard", "urgent"] as const)(
    "hold under %s at every event, whatever goes wrong",
    (preset) => {
      const { world, act, deploy, fleet, projectId } = stage({
        ...FLAWLESS,
        failPercent: 30,
        byReason: { stall: 3, lost: 2, "install-refused": 1, "3": 1 },
        offlinePercent: 20,
      });
      fleet(400);
      const id = deploy(
        { main: "2.0.0" },
        { plan: { preset, halt: {}, retry: { maxAttempts: 2, baseMinutes: 5, factor: 4, capMinutes: 60 } } },
      );
      const rollout = world.rollouts[0]!;
      const untilMs = world.nowMs + days(4);
      let most = 0;
      for (let atMs = nextUpTo(world.schedule, untilMs); atMs <= untilMs; atMs = nextUpTo(world.schedule, untilMs)) {
        advance(world, atMs);
        const { targets, pace } = rollout;
        const limits = budgetLimits(rollout.plan, pace.openPhase, eligibleIn(targets));
        most = Math.max(most, inFlightIn(targets) / limits.inFlight, pace.unavailable / limits.unavailable);
        if (pace.phases[pace.openPhase]?.heldSinceMs !== undefined && pace.openPhase < rollout.plan.phases.length - 1) {
          act({ kind: "promote-deployment", projectId, deploymentId: id });
        }
      }
      expect(most).toBeGreaterThan(0.5);
      expect(most).toBeLessThanOrEqual(1);
    },
  );

  test("a device's own retry goes beyond them, and no offer is made until there is room again", () => {
    const { world, deploy, fleet } = stage({ ...FLAWLESS, failPercent: 40, byReason: { "8": 1 } });
    fleet(60);
    const phases = [{ ...PHASE, name: "All", size: { percent: 100 }, maxInFlight: { count: 3 } }];
    deploy({ main: "2.0.0" }, { plan: { phases } });
    const { steps, targets } = world.rollouts[0]!;
    const offers = () =>
      stepsFrom(steps, 0, steps.count).filter(({ substate }) => substate === codeOf("offered")).length;
    const untilMs = world.nowMs + hours(6);
    let [made, most] = [0, 0];
    for (let atMs = nextUpTo(world.schedule, untilMs); atMs <= untilMs; atMs = nextUpTo(world.schedule, untilMs)) {
      advance(world, atMs);
      most = Math.max(most, inFlightIn(targets));
      if (offers() > made) expect(inFlightIn(targets)).toBeLessThanOrEqual(3);
      made = offers();
    }
    expect(most).toBeGreaterThan(3);
  });

  test("who finds no free slot waits for one, and gets it when it is free", () => {
    const { fleet, deploy, substates, travel } = stage();
    fleet(30);
    const plan = { phases: [{ ...PHASE, name: "All", size: { percent: 100 }, maxInFlight: { count: 4 } }] };
    const id = deploy({ main: "2.0.0" }, { plan });
    expect(substates(id)).toEqual({ "waiting-slot": 26, "waiting-offline": 4 });
    travel(seconds(25));
    const { "waiting-slot": slot = 0, "waiting-offline": asking = 0, ...flying } = substates(id);
    const done = flying.verified ?? 0;
    const inFlight = Object.values(flying).reduce((sum, count) => sum + count, 0) - done;
    expect([slot + asking + inFlight + done, asking + inFlight]).toEqual([30, 4]);
    travel(hours(3));
    expect(substates(id)).toEqual({ verified: 30 });
  });

  test("the slot of a device that was told and is gone before it asks goes to the next", () => {
    const { act, fleet, deploy, projectId, rows, substates, travel } = stage();
    fleet(5);
    const plan = { phases: [{ ...PHASE, name: "All", size: { percent: 100 }, maxInFlight: { count: 1 } }] };
    const id = deploy({ main: "2.0.0" }, { plan });
    const told = rows(id).find(({ substate }) => substate === "waiting-offline")!;
    act({ kind: "update-device", projectId, deviceId: told.deviceId, change: { enabled: false } });
    expect(substates(id)).toEqual({ decommissioned: 1, "waiting-offline": 1, "waiting-slot": 3 });
    travel(hours(1));
    expect(substates(id)).toEqual({ decommissioned: 1, verified: 4 });
  });

  test("a device that never comes back keeps its place in the budget until somebody releases it", () => {
    const { act, fleet, deploy, substates, travel, projectId, rows } = stage({
      ...FLAWLESS,
      correlated: [{ version: "2.0.0", failPercent: 100, kind: "bricked" }],
    });
    fleet(10);
    const plan = {
      phases: [{ ...PHASE, name: "All", size: { percent: 100 }, maxInFlight: { count: 5 } }],
      maxUnavailable: { count: 2 },
    };
    const id = deploy({ main: "2.0.0" }, { plan });
    travel(days(1));
    expect(substates(id)).toEqual({ lost: 2, "waiting-budget": 8 });
    const lost = rows(id).find(({ substate }) => substate === "lost")!;
    act({ kind: "release-target", projectId, deploymentId: id, deviceId: lost.deviceId, reason: "Replaced" });
    travel(days(1));
    expect(substates(id)).toEqual({ lost: 3, "waiting-budget": 7 });
  });

  test("no more are offered it than are wanted; with these verified the deployment is finished", () => {
    const { fleet, deploy, deployment, travel } = stage();
    fleet(50);
    const id = deploy({ main: "2.0.0" }, { plan: { maxDevices: 12 } });
    travel(hours(2));
    expect(deployment(id)).toMatchObject({ state: "finished", counts: { substates: { verified: 12, expired: 38 } } });
  });
});
