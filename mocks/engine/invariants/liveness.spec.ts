import * as fc from "fast-check";
import { expect, test } from "vitest";
import { assertNever } from "#lib/assert.ts";
import { days, hours, minutes, seconds } from "#lib/duration.ts";
import type { DeviceId } from "#domain/ids.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { FLAWLESS } from "#mocks/engine/simulation.ts";
import { stage, type Stage } from "#mocks/engine/stage.ts";

const PHASE = { soakMinutes: 10, successPercent: 60, minTerminal: 4 } as const;
const phase = (name: string, size: object, promote: "auto" | "after-soak" | "manual", maxInFlight: object) => ({
  ...PHASE,
  name,
  size,
  promote,
  maxInFlight,
});

/** Plans small enough that everything of them happens to a dozen devices. */
const PLANS = [
  {},
  { preset: "standard" },
  { preset: "careful" },
  {
    phases: [
      phase("One", { count: 3 }, "after-soak", { count: 2 }),
      phase("Two", { percent: 50 }, "manual", { count: 3 }),
      phase("All", { percent: 100 }, "auto", { percent: 30 }),
    ],
    maxUnavailable: { count: 3 },
    halt: { absolute: 3, streak: 3 },
  },
  {
    phases: [
      phase("One", { percent: 30, atLeast: 2 }, "auto", { percent: 100 }),
      phase("All", { percent: 100 }, "auto", { count: 2 }),
    ],
    maxUnavailable: { percent: 40 },
    maxDevices: 6,
  },
  { targeting: "snapshot", maxUnavailable: { count: 2 } },
  { startPolicy: "after-current" },
] as unknown as readonly PlanRequest[];

const ACT = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("travel" as const),
      of: fc.constantFrom(seconds(2), seconds(40), minutes(7), minutes(31), hours(3)),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("deploy" as const), of: fc.nat(PLANS.length - 1) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom("pause", "resume", "promote", "cancel", "complete", "retry"),
      of: fc.nat(2),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom("hold", "release", "retry-one"), of: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("freeze", "unfreeze"), of: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("join", "leave", "disable", "enable"), of: fc.nat() }) },
);
type Act = typeof ACT extends fc.Arbitrary<infer T> ? T : never;

test("whatever was done to it, a healthy rollout that is let go on reaches everybody", () => {
  fc.assert(
    fc.property(fc.array(ACT, { minLength: 15, maxLength: 50, size: "max" }), fc.nat(1_000), (acts, seed) => {
      const set = stage(FLAWLESS, `seed ${seed}`);
      const { attempt, cohortId, projectId } = set;
      const devices = set.fleet(14);
      for (const act of acts) carryOut(set, devices, act);
      attempt({ kind: "unfreeze-cohort", projectId, cohortId });
      const deploymentId = set.deploy({ main: "9.9.9" }, { plan: { preset: "careful" } });
      const harmless = acts.filter((later) => !["deploy", "cancel", "complete"].includes(later.do));
      for (const act of harmless) carryOut(set, devices, act);
      const of = { projectId, deploymentId, reason: "Go on" } as const;
      attempt({ kind: "unfreeze-cohort", projectId, cohortId });
      attempt({ kind: "assign-devices", projectId, cohortId, deviceIds: devices });
      for (const deviceId of devices) {
        attempt({ kind: "update-device", projectId, deviceId, change: { enabled: true } });
        attempt({ kind: "release-target", ...of, deviceId });
      }
      attempt({ kind: "resume-deployment", ...of });
      for (let phase = 0; phase < 5; phase += 1) attempt({ kind: "promote-deployment", ...of });
      set.travel(days(5));
      const { buckets, total } = set.deployment(deploymentId).counts;
      expect(buckets.succeeded).toBe(total);
    }),
    { numRuns: 25, seed: 1 },
  );
});

function carryOut(set: Stage, devices: readonly DeviceId[], act: Act): void {
  const { attempt, cohortId, projectId, world } = set;
  const deploymentId = world.rollouts.at(-1 - (act.of % 3))?.id;
  const deviceId = devices[act.of % devices.length]!;
  if (act.do === "travel") return set.travel(act.of);
  if (act.do === "join") return void attempt({ kind: "assign-devices", projectId, cohortId, deviceIds: [deviceId] });
  if (act.do === "leave") {
    return void attempt({ kind: "assign-devices", projectId, cohortId: undefined, deviceIds: [deviceId] });
  }
  if (act.do === "disable" || act.do === "enable") {
    return void attempt({ kind: "update-device", projectId, deviceId, change: { enabled: act.do === "enable" } });
  }
  if (act.do === "freeze") {
    const untilMs = world.nowMs + hours(act.of + 1);
    return void attempt({ kind: "freeze-cohort", projectId, cohortId, reason: "Fair", untilMs });
  }
  if (act.do === "unfreeze") return void attempt({ kind: "unfreeze-cohort", projectId, cohortId });
  if (act.do === "deploy") {
    if (world.cohorts[0]?.frozen !== undefined) return;
    return void set.deploy({ main: `${world.rollouts.length + 2}.0.0` }, { plan: PLANS[act.of]! });
  }
  if (deploymentId === undefined) return;
  const target = { projectId, deploymentId, deviceId } as const;
  const whole = { projectId, deploymentId, reason: "Because" } as const;
  switch (act.do) {
    case "hold":
      return void attempt({ kind: "hold-target", ...target });
    case "release":
      return void attempt({ kind: "release-target", ...target });
    case "retry-one":
      return void attempt({ kind: "retry-target", ...target });
    case "retry": {
      const chosen = { deviceIds: devices.slice(0, 5) };
      return void attempt({ kind: "retry-targets", ...whole, chosen });
    }
    case "pause":
      return void attempt({ kind: "pause-deployment", ...whole });
    case "resume":
      return void attempt({ kind: "resume-deployment", ...whole });
    case "promote":
      return void attempt({ kind: "promote-deployment", ...whole });
    case "cancel":
      return void attempt({ kind: "cancel-deployment", ...whole, stopDownloads: act.of === 0 });
    case "complete":
      return void attempt({ kind: "complete-deployment", ...whole });
    default:
      return assertNever(act.do, "act");
  }
}
