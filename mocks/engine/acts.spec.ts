import { describe, expect, test } from "vitest";
import { days, hours, minutes, seconds } from "#lib/duration.ts";
import type { DeploymentId } from "#domain/ids.ts";
import { cohortOf } from "./read-cohorts.ts";
import { FLAWLESS } from "./simulation.ts";
import { refusalOf, stage, type Stage } from "./stage.ts";

/** What happened to a deployment as a whole, by whom and why, without what happens to all. */
const told = ({ world }: Stage, id: DeploymentId) =>
  (world.rollouts.find((rollout) => rollout.id === id)?.occurrences ?? [])
    .filter(({ what }) => !["created", "started", "phase-opened"].includes(what))
    .map(({ what, by, reason }) => [what, by, reason]);
const SPEC = { actor: "spec" };

describe("pause and resume", () => {
  test("no new offers, devices on their way go on; and then all the others", () => {
    const set = stage();
    const { act, fleet, deploy, deployment, substates, travel, projectId } = set;
    fleet(100);
    const id = deploy({ main: "2.0.0" });
    travel(seconds(3));
    act({ kind: "pause-deployment", projectId, deploymentId: id, reason: " Trade fair " });
    const inFlight = deployment(id).counts.buckets["in-progress"];
    expect(inFlight).toBeGreaterThan(10);
    travel(hours(1));
    expect(substates(id)).toEqual({ verified: inFlight, "waiting-deployment": 100 - inFlight });
    expect(deployment(id).state).toBe("paused");
    act({ kind: "resume-deployment", projectId, deploymentId: id });
    travel(hours(1));
    expect(substates(id)).toEqual({ verified: 100 });
    expect(told(set, id)).toEqual([
      ["paused", SPEC, "Trade fair"],
      ["resumed", SPEC, undefined],
    ]);
  });

  test("cost nothing a target: the rows of those who wait are not touched", () => {
    const { world, act, fleet, deploy, substates, projectId } = stage();
    fleet(2_000);
    const id = deploy({ main: "2.0.0" }, { plan: { preset: "careful" } });
    const { targets } = world.rollouts[0]!;
    const before = targets.lastRevision;
    act({ kind: "pause-deployment", projectId, deploymentId: id });
    expect(targets.lastRevision - before).toBeLessThanOrEqual(2);
    expect(targets.waitsRevision).toBeGreaterThan(before);
    expect(substates(id)).toEqual({ "waiting-deployment": 2_000 });
  });

  test("a soak that ends meanwhile opens nothing until it goes on", () => {
    const { act, fleet, deploy, deployment, travel, projectId } = stage();
    fleet(100);
    const id = deploy({ main: "2.0.0" }, { plan: { preset: "standard" } });
    travel(hours(1));
    act({ kind: "pause-deployment", projectId, deploymentId: id });
    travel(hours(4));
    const phases = () => deployment(id).phases?.map(({ state }) => state);
    expect(phases()?.slice(1)).toEqual(["waiting", "waiting"]);
    act({ kind: "resume-deployment", projectId, deploymentId: id });
    expect(phases()).toEqual(["done", "open", "waiting"]);
  });

  test.each([
    ["resume-deployment", "It is neither paused nor halted."],
    ["pause-deployment", "It is paused already."],
    ["promote-deployment", "It is paused: resume it before you open its next phase."],
  ] as const)("%s is refused where it makes no sense", (kind, message) => {
    const { act, attempt, deploy, projectId } = stage();
    const deploymentId = deploy({ main: "2.0.0" });
    if (kind !== "resume-deployment") act({ kind: "pause-deployment", projectId, deploymentId });
    expect(refusalOf(attempt({ kind, projectId, deploymentId }))).toMatchObject({ problem: "conflict", message });
  });
});

describe("hold, release and retry", () => {
  test("a device that is held is offered nothing until it is released", () => {
    const set = stage();
    const { act, fleet, deploy, substates, travel, projectId } = set;
    const [deviceId] = fleet(3);
    const id = deploy({ main: "2.0.0" });
    act({ kind: "hold-target", projectId, deploymentId: id, deviceId: deviceId!, reason: "In a demo" });
    travel(hours(1));
    expect(substates(id)).toEqual({ held: 1, verified: 2 });
    act({ kind: "release-target", projectId, deploymentId: id, deviceId: deviceId! });
    travel(hours(1));
    expect(substates(id)).toEqual({ verified: 3 });
    expect(told(set, id)).toEqual([
      ["held", SPEC, "In a demo"],
      ["released", SPEC, undefined],
    ]);
  });

  test("a device that is held in the middle finishes what it is at, and is not tried again", () => {
    const { act, external, ask, say, deploy, target, projectId, travel } = stage();
    const device = external("one");
    const id = deploy({ main: "2.0.0" });
    say(device, "IDLE 0 1.0.0");
    ask(device);
    act({ kind: "hold-target", projectId, deploymentId: id, deviceId: device });
    expect(target(id, device).substate).toBe("offered");
    say(device, "DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADING 8 1.0.0→2.0.0");
    travel(hours(2));
    ask(device);
    expect(target(id, device)).toMatchObject({ substate: "held", attempt: 1 });
  });

  test.each(["held twice", "released and not held", "done", "no target"] as const)("%s is refused", (how) => {
    const { act, attempt, cohort, fleet, deploy, travel, projectId } = stage();
    const [deviceId] = fleet(1);
    const [stranger] = fleet(1, { cohortId: cohort("Elsewhere") });
    const deploymentId = deploy({ main: "2.0.0" });
    const hold = { kind: "hold-target", projectId, deploymentId, deviceId: deviceId! } as const;
    if (how === "held twice") act(hold);
    if (how === "done") travel(hours(1));
    const command = {
      "held twice": hold,
      "released and not held": { ...hold, kind: "release-target" as const },
      done: hold,
      "no target": { ...hold, deviceId: stranger! },
    }[how];
    expect(refusalOf(attempt(command)).problem).toBe(how === "no target" ? "not-found" : "conflict");
  });

  test("one device that failed gets another attempt, at once", () => {
    const { act, attempt, fleet, deploy, target, travel, projectId } = stage({
      ...FLAWLESS,
      correlated: [{ version: "2.0.0", failPercent: 100, kind: "2" }],
    });
    const [deviceId] = fleet(1);
    const deploymentId = deploy({ main: "2.0.0" });
    travel(hours(1));
    expect(target(deploymentId, deviceId!)).toMatchObject({ substate: "rejected", attempt: 1 });
    act({ kind: "retry-target", projectId, deploymentId, deviceId: deviceId!, reason: "New flash" });
    travel(hours(1));
    expect(target(deploymentId, deviceId!)).toMatchObject({ substate: "rejected", attempt: 2 });
    expect(attempt({ kind: "retry-target", projectId, deploymentId, deviceId: deviceId! })).toHaveProperty("facts");
  });

  test("all that match a filter are retried, when as many match as the operator saw", () => {
    const { act, attempt, fleet, deploy, substates, travel, projectId } = stage({
      ...FLAWLESS,
      correlated: [{ version: "2.0.0", failPercent: 50, kind: "2" }],
    });
    fleet(40);
    const deploymentId = deploy({ main: "2.0.0" });
    travel(hours(1));
    const { rejected = 0 } = substates(deploymentId);
    const retry = (expectedCount: number) =>
      ({
        kind: "retry-targets",
        projectId,
        deploymentId,
        chosen: { filter: { buckets: ["failed"] }, expectedCount },
      }) as const;
    expect(refusalOf(attempt(retry(rejected - 1)))).toMatchObject({ problem: "stale", facts: { count: rejected } });
    act(retry(rejected));
    expect(substates(deploymentId)).toEqual({ verified: 40 - rejected, "waiting-offline": rejected });
  });
});

describe("a frozen cohort", () => {
  test("makes no offers and starts nothing until the freeze is over", () => {
    const set = stage();
    const { world, act, attempt, fleet, deploy, deployment, substates, travel, projectId, cohortId } = set;
    fleet(10);
    const id = deploy({ main: "2.0.0" });
    const untilMs = world.nowMs + days(1);
    act({ kind: "freeze-cohort", projectId, cohortId, reason: "Trade fair", untilMs });
    expect(cohortOf(world, projectId, cohortId)?.frozen).toEqual({ reason: "Trade fair", untilMs });
    travel(hours(2));
    expect(substates(id)).toEqual({ "waiting-deployment": 10 });
    const { artifactIds } = deployment(id);
    const start = { kind: "start-deployment", projectId, cohortId, request: { name: "Hotfix", artifactIds } } as const;
    expect(refusalOf(attempt(start))).toMatchObject({ problem: "conflict", message: "Pumps is frozen: Trade fair" });
    travel(days(1));
    expect(cohortOf(world, projectId, cohortId)?.frozen).toBeUndefined();
    expect(substates(id)).toEqual({ verified: 10 });
    expect(told(set, id)).toEqual([
      ["frozen", SPEC, "Trade fair"],
      ["unfrozen", { rule: "freeze-expiry" }, undefined],
    ]);
  });

  test("what was to start meanwhile starts when somebody ends it", () => {
    const { world, act, fleet, deploy, deployment, travel, projectId, cohortId } = stage();
    fleet(3);
    const id = deploy({ main: "2.0.0" }, { plan: { startAtMs: world.nowMs + hours(1) } });
    act({ kind: "freeze-cohort", projectId, cohortId, reason: "Trade fair" });
    travel(hours(5));
    expect(deployment(id).state).toBe("scheduled");
    act({ kind: "unfreeze-cohort", projectId, cohortId, reason: "It is over." });
    expect(deployment(id).state).toBe("pending");
  });

  test("frozen for longer, the new expiry counts", () => {
    const { world, act, travel, projectId, cohortId } = stage();
    const freeze = (untilMs: number) => act({ kind: "freeze-cohort", projectId, cohortId, reason: "Fair", untilMs });
    freeze(world.nowMs + hours(1));
    freeze(world.nowMs + hours(3));
    travel(hours(2));
    expect(cohortOf(world, projectId, cohortId)?.frozen).toBeDefined();
    travel(hours(1));
    expect(cohortOf(world, projectId, cohortId)?.frozen).toBeUndefined();
  });
});

describe("protected and yanked", () => {
  test("a protected cohort says so, until it is no longer", () => {
    const { world, act, attempt, projectId, cohortId } = stage();
    const protect = { kind: "protect-cohort", projectId, cohortId, reason: "Hospitals" } as const;
    act(protect);
    expect(cohortOf(world, projectId, cohortId)?.protected).toBe(true);
    expect(refusalOf(attempt(protect)).problem).toBe("conflict");
    act({ ...protect, kind: "unprotect-cohort" });
    expect(cohortOf(world, projectId, cohortId)?.protected).toBe(false);
  });

  test("a yanked version is in no new deployment, and a running one goes on", () => {
    const { world, act, attempt, fleet, deploy, deployment, substates, travel, projectId, cohortId } = stage();
    fleet(5);
    const id = deploy({ main: "2.0.0" });
    const { artifactIds } = deployment(id);
    const yank = { kind: "yank-artifact", projectId, artifactId: artifactIds[0]!, reason: "Leaks" } as const;
    expect(refusalOf(attempt({ ...yank, reason: "" })).field).toBe("reason");
    act(yank);
    const told = [{ packageId: "main", version: "2.0.0", reason: "Leaks", atMs: world.nowMs, by: "spec" }];
    expect(deployment(id).yanked).toEqual(told);
    expect(cohortOf(world, projectId, cohortId)?.activeDeployment?.yanked).toEqual(told);
    const start = { kind: "start-deployment", projectId, cohortId, request: { name: "Again", artifactIds } } as const;
    expect(refusalOf(attempt(start)).field).toBe("artifactIds");
    travel(hours(1));
    expect(substates(id)).toEqual({ verified: 5 });
    act({ ...yank, kind: "unyank-artifact" });
    expect(deployment(id)).not.toHaveProperty("yanked");
    expect(attempt(start)).toHaveProperty("facts.deploymentId");
  });
});

describe("a change of cohort for later", () => {
  test("takes effect at its instant", () => {
    const { world, act, cohort, fleet, travel, projectId } = stage();
    const [deviceId] = fleet(1);
    const cohortId = cohort("Valves");
    const members = () => cohortOf(world, projectId, cohortId)?.deviceCount;
    act({
      kind: "assign-devices",
      projectId,
      cohortId,
      deviceIds: [deviceId!],
      effectiveAtMs: world.nowMs + minutes(1),
    });
    travel(minutes(1) - 1);
    expect(members()).toBe(0);
    travel(1);
    expect(members()).toBe(1);
  });

  test.each(["assign-devices", "update-device"] as const)("by %s, is taken back before", (kind) => {
    const { world, act, attempt, cohort, fleet, travel, projectId } = stage();
    const [deviceId] = fleet(1);
    const cohortId = cohort("Valves");
    const effectiveAtMs = world.nowMs + minutes(1);
    act(
      kind === "assign-devices"
        ? { kind, projectId, cohortId, deviceIds: [deviceId!], effectiveAtMs }
        : { kind, projectId, deviceId: deviceId!, change: { cohortId }, effectiveAtMs },
    );
    const withdraw = { kind: "withdraw-membership", projectId, deviceId: deviceId! } as const;
    act(withdraw);
    travel(minutes(5));
    expect(cohortOf(world, projectId, cohortId)?.deviceCount).toBe(0);
    expect(refusalOf(attempt(withdraw)).problem).toBe("not-found");
  });

  test("another change takes its place", () => {
    const { world, act, cohort, fleet, travel, projectId, cohortId: pumps } = stage();
    const [deviceId] = fleet(1);
    const cohortId = cohort("Valves");
    const assign = { kind: "assign-devices", projectId, deviceIds: [deviceId!] } as const;
    act({ ...assign, cohortId, effectiveAtMs: world.nowMs + minutes(1) });
    act({ ...assign, cohortId: pumps });
    travel(minutes(5));
    expect(cohortOf(world, projectId, cohortId)?.deviceCount).toBe(0);
  });
});
