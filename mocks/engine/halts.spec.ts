import { describe, expect, test } from "vitest";
import { days, hours, minutes } from "#lib/duration.ts";
import type { PlanRequest } from "#domain/plan-request.ts";
import { FLAWLESS, type FailureKind, type Simulation } from "./simulation.ts";
import { refusalOf, stage } from "./stage.ts";

/** Every device that runs 2.0.0 meets that fate. */
const build = (kind: FailureKind, failPercent = 100): Simulation => ({
  ...FLAWLESS,
  correlated: [{ version: "2.0.0", failPercent, kind }],
});

/** How many were offered a build when 10,000 devices are deployed to with a plan, and how the rollout stands then. */
function touchedBy(kind: FailureKind, preset: string) {
  const { fleet, deploy, deployment, rows, travel } = stage(build(kind));
  fleet(10_000);
  const id = deploy({ main: "2.0.0" }, { plan: { preset } });
  travel(hours(3));
  const { state, halt } = deployment(id);
  return { state, halt: halt?.rule, touched: rows(id).filter(({ attempt }) => attempt > 0).length };
}

describe("a build that fails on every device, of 10,000", () => {
  test.each([
    ["standard", "install-refused", 13],
    ["standard", "bricked", 12],
    ["standard", "lost", 12],
    ["standard", "reverted", 13],
    ["careful", "install-refused", 5],
    ["careful", "bricked", 5],
    ["urgent", "install-refused", 10],
    ["urgent", "bricked", 10],
  ] as const)("under %s halts when it is %s, and touches at most %i", (preset, kind, most) => {
    const { state, touched } = touchedBy(kind, preset);
    expect(state).toBe("halted");
    expect(touched).toBeLessThanOrEqual(most);
  });

  test("under all-at-once does not halt, and touches them all", () => {
    expect(touchedBy("bricked", "all-at-once")).toEqual({ state: "in-progress", halt: undefined, touched: 10_000 });
  });
});

/** 40 devices, four at a time, in one phase, with one halt rule. */
const watched = (halt: PlanRequest["halt"] & object, size = 40): PlanRequest => ({
  phases: [
    {
      name: "First",
      size: { count: size },
      promote: "auto",
      soakMinutes: 0,
      successPercent: 1,
      minTerminal: 20,
      maxInFlight: { count: 4 },
    },
    {
      name: "All",
      size: { percent: 100 },
      promote: "auto",
      soakMinutes: 0,
      successPercent: 1,
      minTerminal: 20,
      maxInFlight: { count: 4 },
    },
  ],
  halt,
});

describe("a halt", () => {
  test("records rule, value, bar, phase, instant and device, and stops offers at once", () => {
    const { fleet, deploy, deployment, travel, rows, target } = stage(build("install-refused", 50));
    fleet(200);
    const id = deploy({ main: "2.0.0" }, { plan: watched({ ratio: { percent: 30, minTerminal: 20, minFailed: 3 } }) });
    travel(days(1));
    const { halt, state, phases } = deployment(id);
    expect(state).toBe("halted");
    expect(halt).toMatchObject({ rule: "ratio", scope: "phase", threshold: 30, phase: 0 });
    expect(halt?.value).toBeGreaterThanOrEqual(30);
    expect(rows(id).some(({ deviceId }) => deviceId === halt?.deviceId)).toBe(true);
    expect(phases?.[0]?.finished).toBeLessThan(40);
    const offers = rows(id).flatMap(({ deviceId }) =>
      target(id, deviceId).attempts.flatMap(({ steps }) => steps.filter(({ substate }) => substate === "offered")),
    );
    expect(offers.length).toBeGreaterThanOrEqual(20);
    expect(offers.every(({ atMs }) => atMs <= (halt?.atMs ?? 0))).toBe(true);
  });

  test("lets devices on their way run on, and leaves waiting ones waiting", () => {
    const { fleet, deploy, deployment, travel } = stage(build("install-refused", 30));
    fleet(100);
    const id = deploy({ main: "2.0.0" }, { plan: watched({ absolute: 1 }, 20) });
    travel(days(1));
    const { counts } = deployment(id);
    expect(counts.buckets).toMatchObject({ "in-progress": 0, cancelled: 0 });
    expect(counts.substates["waiting-deployment"]).toBe(100 - (counts.substates.verified ?? 0));
  });

  test("is taken up again by a person with a reason, and counts anew from then", () => {
    const { act, attempt, fleet, deploy, deployment, travel, projectId } = stage(build("2", 20));
    fleet(60);
    const id = deploy({ main: "2.0.0" }, { plan: watched({ absolute: 2 }, 20) });
    travel(hours(1));
    expect(deployment(id)).toMatchObject({ state: "halted", halt: { value: 2, threshold: 2 } });
    const resume = { kind: "resume-deployment", projectId, deploymentId: id } as const;
    expect(refusalOf(attempt(resume))).toMatchObject({ problem: "invalid", field: "reason" });
    expect(refusalOf(attempt({ ...resume, reason: "  " })).field).toBe("reason");
    act({ ...resume, reason: "Two of them had no flash left." });
    expect(deployment(id)).toMatchObject({ state: "in-progress", halt: { rule: "absolute" } });
    travel(hours(5));
    const { counts, halt, state } = deployment(id);
    expect([state, halt?.value]).toEqual(["halted", 2]);
    expect(counts.substates.rejected).toBe(4);
  });

  test("is not caused by devices that fail again when they are retried", () => {
    const { fleet, deploy, deployment, travel } = stage(build("install-refused", 10));
    fleet(200);
    const id = deploy({ main: "2.0.0" }, { plan: watched({ streak: 3 }) });
    travel(days(3));
    const { counts, state } = deployment(id);
    expect([state, Object.keys(counts.substates).toSorted()]).toEqual(["in-progress", ["install-failed", "verified"]]);
  });

  test("comes while the rollout is paused, too, and then takes a reason", () => {
    const { act, attempt, fleet, deploy, deployment, travel, projectId } = stage(build("install-refused"));
    fleet(30);
    const id = deploy({ main: "2.0.0" }, { plan: watched({ absolute: 1 }, 20) });
    travel(minutes(0.2));
    act({ kind: "pause-deployment", projectId, deploymentId: id });
    expect(deployment(id).state).toBe("paused");
    travel(minutes(10));
    expect(deployment(id).state).toBe("halted");
    expect(refusalOf(attempt({ kind: "resume-deployment", projectId, deploymentId: id })).field).toBe("reason");
  });

  test("is ended by retry failed and resume, with what they then do counted", () => {
    const { act, fleet, deploy, deployment, substates, travel, projectId } = stage(build("2", 25));
    fleet(60);
    const id = deploy({ main: "2.0.0" }, { plan: watched({ absolute: 2 }, 20) });
    travel(hours(1));
    const chosen = { filter: { substates: ["rejected"] as const }, expectedCount: substates(id).rejected ?? 0 };
    act({ kind: "retry-targets", projectId, deploymentId: id, chosen, reason: "The server was down." });
    expect(substates(id).rejected).toBeUndefined();
    act({ kind: "resume-deployment", projectId, deploymentId: id, reason: "The server is up." });
    travel(hours(1));
    expect(deployment(id)).toMatchObject({ state: "halted", halt: { value: 2 } });
  });
});
