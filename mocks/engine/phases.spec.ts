import { describe, expect, test } from "vitest";
import { days, hours, minutes } from "#lib/duration.ts";
import { countsProblem } from "#domain/counts.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { FLAWLESS } from "./simulation.ts";
import { refusalOf, stage } from "./stage.ts";

const PHASE = {
  promote: "auto",
  soakMinutes: 0,
  successPercent: 90,
  minTerminal: 20,
  maxInFlight: { percent: 100 },
} as const;
/** Two phases: so many devices first, then everybody. */
const canary = (count: number, rest: object = {}): PlanRequest => ({
  phases: [
    { ...PHASE, name: "Canary", size: { count }, ...rest },
    { ...PHASE, name: "All devices", size: { percent: 100 } },
  ],
});

describe("phases", () => {
  test("take as many devices as they say, and sum to all of them", () => {
    const { fleet, deploy, deployment } = stage();
    fleet(300);
    const { phases } = deployment(deploy({ main: "2.0.0" }, { plan: { preset: "standard" } }));
    expect(phases?.map(({ name, size, added, state }) => [name, size, added, state])).toEqual([
      ["5 %", 15, 15, "open"],
      ["50 %", 150, 135, "waiting"],
      ["All devices", 300, 150, "waiting"],
    ]);
  });

  test("are of eligible devices: who runs it already is in one and takes nobody's place", () => {
    const { fleet, deploy, deployment } = stage();
    fleet(50);
    fleet(50, { versions: { main: "2.0.0", modem: "1.0.0" } });
    const { phases } = deployment(deploy({ main: "2.0.0" }, { plan: canary(10) }));
    expect(phases?.[0]?.counts.pending).toBe(10);
    expect(phases?.reduce((sum, { added }) => sum + added, 0)).toBe(100);
    expect(phases?.reduce((sum, { counts }) => sum + counts.succeeded, 0)).toBe(50);
  });

  test("take the same devices for the same seed, and others for another", () => {
    const first = (seed: string) => {
      const { fleet, deploy, rows } = stage();
      fleet(200);
      const id = deploy({ main: "2.0.0" }, { plan: { ...canary(10), seed } });
      return rows(id).flatMap(({ name, phase }) => (phase === 0 ? name : []));
    };
    expect(first("tuesday")).toHaveLength(10);
    expect(first("tuesday")).toEqual(first("tuesday"));
    expect(first("tuesday")).not.toEqual(first("friday"));
  });

  test("the rest waits for its phase; and when the first one is verified, for nothing but the devices", () => {
    const { fleet, deploy, substates, travel } = stage();
    fleet(100);
    const id = deploy({ main: "2.0.0" }, { plan: canary(10) });
    expect(substates(id)).toEqual({ "waiting-phase": 90, "waiting-offline": 10 });
    travel(minutes(4));
    expect(substates(id)["waiting-phase"]).toBeUndefined();
    travel(hours(1));
    expect(substates(id)).toEqual({ verified: 100 });
  });

  test("soak from the moment the criteria hold", () => {
    const { fleet, deploy, deployment, travel } = stage();
    fleet(100);
    const plan = canary(10, { promote: "after-soak", soakMinutes: 60 });
    const id = deploy({ main: "2.0.0" }, { plan });
    travel(minutes(10));
    const [first] = deployment(id).phases ?? [];
    expect(first).toMatchObject({ state: "soaking", finished: 10, counts: { succeeded: 10 } });
    const soakedAtMs = first?.soakUntilMs ?? 0;
    expect(soakedAtMs - (first?.startedAtMs ?? 0)).toBeLessThan(minutes(65));
    travel(minutes(45));
    expect(deployment(id).phases?.map(({ state }) => state)).toEqual(["soaking", "waiting"]);
    travel(minutes(10));
    expect(deployment(id).phases?.[1]?.startedAtMs).toBe(soakedAtMs);
  });

  test("that are promoted by hand wait to be, and say so", () => {
    const { act, attempt, fleet, deploy, deployment, travel, projectId } = stage();
    fleet(50);
    const id = deploy({ main: "2.0.0" }, { plan: canary(5, { promote: "manual" }) });
    travel(days(3));
    expect(deployment(id).phases?.map(({ state }) => state)).toEqual(["ready", "waiting"]);
    act({ kind: "promote-deployment", projectId, deploymentId: id });
    travel(hours(1));
    expect(deployment(id).counts.substates).toEqual({ verified: 50 });
    const again = attempt({ kind: "promote-deployment", projectId, deploymentId: id });
    expect(refusalOf(again).problem).toBe("conflict");
  });

  test("open at their own time, not before", () => {
    const { world, fleet, deploy, substates, travel } = stage();
    fleet(20);
    const plan = canary(5);
    const startAtMs = world.nowMs + hours(4);
    const [first, last] = plan.phases ?? [];
    const id = deploy({ main: "2.0.0" }, { plan: { phases: [first!, { ...last!, startAtMs }] } });
    travel(hours(4) - 1);
    expect(substates(id)).toEqual({ verified: 5, "waiting-phase": 15 });
    travel(hours(1));
    expect(substates(id)).toEqual({ verified: 20 });
  });

  test("are not held up by devices that are away; these stay behind as the tail", () => {
    const { fleet, deploy, deployment, travel } = stage({ ...FLAWLESS, offlinePercent: 60 });
    fleet(60);
    const id = deploy({ main: "2.0.0" }, { plan: canary(15) });
    travel(hours(2));
    const { phases, counts } = deployment(id);
    expect(phases?.map(({ state }) => state)).toEqual(["done", "open"]);
    expect(phases?.[0]?.counts.pending).toBeGreaterThan(0);
    expect(counts.substates["waiting-phase"]).toBeUndefined();
    travel(days(6));
    expect(deployment(id).counts.substates).toEqual({ verified: 60 });
  });

  test("that fail too much go no further", () => {
    const { fleet, deploy, deployment, travel } = stage({
      ...FLAWLESS,
      correlated: [{ version: "2.0.0", failPercent: 100, kind: "reverted" }],
    });
    fleet(40);
    const id = deploy({ main: "2.0.0" }, { plan: canary(5) });
    travel(days(2));
    expect(deployment(id)).toMatchObject({
      state: "in-progress",
      counts: { substates: { "waiting-phase": 35, reverted: 5 } },
    });
  });

  test("a late joiner belongs to the phase that its place in the order says", () => {
    const { act, cohort, cohortId, deploy, deployment, fleet, projectId, rows } = stage();
    fleet(200);
    const late = fleet(200, { cohortId: cohort("Elsewhere") });
    const id = deploy({ main: "2.0.0" }, { plan: canary(100, { promote: "manual" }) });
    act({ kind: "assign-devices", projectId, cohortId, deviceIds: late });
    const added = deployment(id).phases?.map((phase) => phase.added) ?? [];
    expect(added[0]! + added[1]!).toBe(400);
    expect(added[0]! - 100).toBeGreaterThan(60);
    expect(added[0]! - 100).toBeLessThan(140);
    expect(rows(id).filter(({ phase }) => phase === 0)).toHaveLength(added[0]!);
  });

  test("a device that was disabled and comes back keeps its phase", () => {
    const { act, deploy, fleet, projectId, target } = stage();
    const devices = fleet(30);
    const id = deploy({ main: "2.0.0" }, { plan: canary(5, { promote: "manual" }) });
    const phases = () => devices.map((deviceId) => target(id, deviceId).phase);
    const before = phases();
    for (const enabled of [false, true]) {
      for (const deviceId of devices) act({ kind: "update-device", projectId, deviceId, change: { enabled } });
    }
    expect(phases()).toEqual(before);
  });
});

describe("a healthy fleet", () => {
  test.each(["careful", "standard", "urgent"] as const)("lands whole under %s", (preset) => {
    const { act, fleet, deploy, deployment, travel, projectId } = stage({ ...FLAWLESS, offlinePercent: 8 });
    fleet(1_000);
    const id = deploy({ main: "2.0.0" }, { plan: { preset } });
    for (let day = 0; day < 14; day += 1) {
      travel(days(1));
      const { counts, phases = [] } = deployment(id);
      expect(countsProblem(counts)).toBeUndefined();
      expect(phases.reduce((sum, { added }) => sum + added, 0)).toBe(1_000);
      if (phases.some(({ state }) => state === "ready"))
        act({ kind: "promote-deployment", projectId, deploymentId: id });
    }
    expect(deployment(id)).toMatchObject({
      state: "in-progress",
      settled: true,
      counts: { substates: { verified: 1_000 } },
    });
  });
});
