import { describe, expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import { isProblem } from "#domain/problem.ts";
import { days, hours, minutes } from "#lib/duration.ts";
import { desiredOf, toldTo } from "./read-desired.ts";
import { nextWindowFactMs, windowsToTell } from "./window-facts.ts";
import { FLAWLESS } from "./simulation.ts";
import { refusalOf, stage, type Stage } from "./stage.ts";

/** How each deployment of a stage stands, in the order they were made. */
const states = ({ world, deployment }: Stage) => world.rollouts.map(({ id }) => deployment(id).state);

describe("a deployment that starts later", () => {
  test("has no targets until its time, and then supersedes the one before", () => {
    const set = stage();
    const { world, fleet, deploy, deployment, travel } = set;
    fleet(10);
    const first = deploy({ main: "2.0.0" });
    const second = deploy({ main: "3.0.0" }, { plan: { startAtMs: world.nowMs + hours(2) } });
    expect(deployment(second)).toMatchObject({ state: "scheduled", counts: { total: 0 } });
    expect(deployment(second).startedAtMs).toBeUndefined();
    travel(hours(2) - 1);
    expect(states(set)).toEqual(["in-progress", "scheduled"]);
    travel(1);
    expect(states(set)).toEqual(["superseded", "pending"]);
    expect(deployment(second).startedAtMs).toBe(world.nowMs);
    travel(hours(1));
    expect(deployment(second).counts.substates).toEqual({ verified: 10 });
    expect(deployment(first).counts.substates).toEqual({ verified: 10 });
  });

  test("can be cancelled before, and then never starts", () => {
    const set = stage();
    const { world, act, fleet, deploy, deployment, travel, projectId } = set;
    fleet(5);
    const id = deploy({ main: "2.0.0" }, { plan: { startAtMs: world.nowMs + hours(1) } });
    act({ kind: "cancel-deployment", projectId, deploymentId: id, stopDownloads: false });
    travel(days(1));
    expect(deployment(id)).toMatchObject({ state: "cancelled", counts: { total: 0 } });
  });

  test("is cancelled when its version was yanked meanwhile", () => {
    const { world, act, fleet, deploy, deployment, travel, projectId } = stage();
    fleet(5);
    const id = deploy({ main: "2.0.0" }, { plan: { startAtMs: world.nowMs + hours(1) } });
    const artifactId = deployment(id).artifactIds[0]!;
    act({ kind: "yank-artifact", projectId, artifactId, reason: "It drains the battery." });
    travel(hours(1));
    expect(deployment(id)).toMatchObject({ state: "cancelled", counts: { total: 0 } });
    expect(world.rollouts[0]?.occurrences.at(-1)).toMatchObject({
      what: "cancelled",
      by: { rule: "yanked" },
      reason: "main was yanked meanwhile.",
    });
  });

  test("takes whoever is in the cohort then", () => {
    const { world, fleet, deploy, substates, travel } = stage();
    fleet(2);
    const id = deploy({ main: "2.0.0" }, { plan: { startAtMs: world.nowMs + hours(1), targeting: "snapshot" } });
    fleet(3);
    travel(hours(2));
    expect(substates(id)).toEqual({ verified: 5 });
  });
});

describe("what a device is told has a higher number each time", () => {
  /** What each ask of one device is told: the version and the number. */
  const told = ({ ask, world }: Stage, device: DeviceId) => {
    ask(device);
    const desired = desiredOf(world, device);
    if (isProblem(desired) || desired === "nothing") throw new Error("The device is told nothing.");
    return { version: desired.components[0]?.artifact.version, number: desired.sequenceNumber };
  };
  const install = ({ say }: Stage, device: DeviceId, from: string, to: string) =>
    say(device, `DOWNLOADING 0 ${from}→${to}`, `UPDATING 0 ${from}→${to}`, `UPDATING 1 ${to}`);

  test("also when one that was scheduled is overtaken by one that is made later and starts at once", () => {
    const set = stage();
    const device = set.external("pump");
    set.say(device, "IDLE 0 1.0.0");
    const scheduled = set.deploy({ main: "3.0.0" }, { plan: { startAtMs: set.world.nowMs + hours(2) } });
    expect(set.deployment(scheduled).sequenceNumber).toBeUndefined();
    set.deploy({ main: "2.0.0" });
    const first = told(set, device);
    install(set, device, "1.0.0", "2.0.0");
    set.travel(hours(2));
    const second = told(set, device);
    expect([first.version, second.version]).toEqual(["2.0.0", "3.0.0"]);
    expect(second.number > first.number).toBe(true);
    expect(set.deployment(scheduled).sequenceNumber).toBe(second.number);
  });

  test("also when one that was queued waits for one that is made later and starts at once", () => {
    const set = stage();
    const device = set.external("pump");
    set.say(device, "IDLE 0 1.0.0");
    set.deploy({ main: "2.0.0" });
    const numbers = [told(set, device).number];
    set.deploy({ main: "4.0.0" }, { plan: { startPolicy: "after-current" } });
    set.deploy({ main: "3.0.0" });
    install(set, device, "1.0.0", "2.0.0");
    numbers.push(told(set, device).number);
    install(set, device, "2.0.0", "3.0.0");
    const last = told(set, device);
    numbers.push(last.number);
    expect(last.version).toBe("4.0.0");
    expect(numbers).toEqual(numbers.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(new Set(numbers).size).toBe(3);
  });

  test("one that has not started, or never will, has neither number nor manifest", () => {
    const { world, act, deploy, deployment, projectId } = stage();
    const id = deploy({ main: "2.0.0" }, { plan: { startAtMs: world.nowMs + hours(1) } });
    const refused = { problem: "conflict", message: "This deployment has not started, so it has no manifest." };
    expect(toldTo(world, projectId, id)).toEqual(refused);
    act({ kind: "cancel-deployment", projectId, deploymentId: id, stopDownloads: false });
    expect(deployment(id).sequenceNumber).toBeUndefined();
    expect(toldTo(world, projectId, id)).toEqual(refused);
  });
});

describe("a queued deployment", () => {
  test("starts at once where nothing is before it", () => {
    const { fleet, deploy, deployment } = stage();
    fleet(2);
    expect(deployment(deploy({ main: "2.0.0" }, { plan: { startPolicy: "after-current" } })).state).toBe("pending");
  });

  test("waits until the one before has nobody left to do, which is then finished", () => {
    const set = stage();
    const { fleet, deploy, deployment, travel } = set;
    fleet(20);
    const first = deploy({ main: "2.0.0" });
    const second = deploy({ main: "3.0.0" }, { plan: { startPolicy: "after-current" } });
    expect(states(set)).toEqual(["pending", "queued"]);
    travel(minutes(1));
    expect(states(set)).toEqual(["in-progress", "queued"]);
    travel(hours(2));
    expect(states(set)).toEqual(["finished", "in-progress"]);
    expect(deployment(first).counts.substates).toEqual({ verified: 20 });
    expect(deployment(second).counts.substates).toEqual({ verified: 20 });
  });

  test("does not wait for devices that are away: they are superseded", () => {
    const set = stage({ ...FLAWLESS, offlinePercent: 50 });
    const { fleet, deploy, deployment, travel } = set;
    fleet(40);
    const first = deploy({ main: "2.0.0" });
    deploy({ main: "3.0.0" }, { plan: { startPolicy: "after-current" } });
    travel(hours(3));
    expect(states(set)).toEqual(["finished", "in-progress"]);
    expect(Object.keys(deployment(first).counts.substates).toSorted()).toEqual(["superseded", "verified"]);
  });

  test("several start one after the other", () => {
    const set = stage();
    const { fleet, deploy, travel, substates, world } = set;
    fleet(5);
    deploy({ main: "2.0.0" });
    for (const main of ["3.0.0", "4.0.0"]) deploy({ main }, { plan: { startPolicy: "after-current" } });
    expect(states(set)).toEqual(["pending", "queued", "queued"]);
    travel(hours(6));
    expect(states(set)).toEqual(["finished", "finished", "in-progress"]);
    expect(world.rollouts.map(({ id }) => substates(id))).toEqual([{ verified: 5 }, { verified: 5 }, { verified: 5 }]);
  });

  test("starts when the one before is cancelled and its last device is done", () => {
    const set = stage();
    const { act, external, ask, say, deploy, projectId } = set;
    const device = external("busy");
    const first = deploy({ main: "2.0.0" });
    say(device, "IDLE 0 1.0.0");
    ask(device);
    deploy({ main: "3.0.0" }, { plan: { startPolicy: "after-current" } });
    act({ kind: "cancel-deployment", projectId, deploymentId: first, stopDownloads: false });
    expect(states(set)).toEqual(["cancelled", "queued"]);
    say(device, "UPDATING 0 1.0.0→2.0.0", "UPDATING 1 2.0.0");
    expect(states(set)).toEqual(["cancelled", "pending"]);
  });
});

describe("a deadline", () => {
  test("expires who still waits, and lets who is on the way finish", () => {
    const set = stage();
    const { world, external, ask, say, deploy, deployment, travel, target } = set;
    const [waiting, busy] = [external("waiting"), external("busy")];
    const id = deploy({ main: "2.0.0" }, { plan: { deadlineAtMs: world.nowMs + minutes(10) } });
    say(busy, "IDLE 0 1.0.0");
    ask(busy);
    travel(minutes(10));
    expect([target(id, waiting).substate, target(id, busy).substate]).toEqual(["expired", "offered"]);
    expect(deployment(id)).toMatchObject({ state: "finished", settled: false });
    say(busy, "UPDATING 0 1.0.0→2.0.0", "UPDATING 1 2.0.0");
    expect(target(id, busy).substate).toBe("verified");
  });
});

describe("targeting", () => {
  test("a snapshot takes nobody in later, and is finished when all are done", () => {
    const { fleet, deploy, deployment, travel } = stage();
    fleet(5);
    const id = deploy({ main: "2.0.0" }, { plan: { targeting: "snapshot" } });
    fleet(5);
    travel(hours(1));
    expect(deployment(id)).toMatchObject({ state: "finished", counts: { total: 5, substates: { verified: 5 } } });
  });

  test("named devices get it, the rest of the cohort keeps what it has", () => {
    const { fleet, deploy, deployment, travel, substates } = stage();
    const devices = fleet(6);
    const first = deploy({ main: "2.0.0" });
    travel(hours(1));
    const id = deploy({ main: "3.0.0" }, { plan: { targeting: { deviceIds: [devices[4]!, devices[1]!] } } });
    travel(hours(1));
    expect(deployment(id)).toMatchObject({ state: "finished", counts: { total: 2, substates: { verified: 2 } } });
    expect(substates(first)).toEqual({ verified: 6 });
  });

  test.each(["elsewhere", "disabled", "unknown"] as const)("a device that is %s is refused, by its field", (how) => {
    const { act, attempt, cohort, deployment, deploy, fleet, projectId, cohortId } = stage();
    const [member, disabled] = fleet(2);
    const [stranger] = fleet(1, { cohortId: cohort("Elsewhere") });
    act({ kind: "update-device", projectId, deviceId: disabled!, change: { enabled: false } });
    const { artifactIds } = deployment(deploy({ main: "2.0.0" }));
    const wrong = { elsewhere: stranger!, disabled: disabled!, unknown: `${member!.slice(0, 23)}x` as typeof member }[
      how
    ];
    const plan = { targeting: { deviceIds: [member!, wrong!] } };
    const request = { name: "Some", artifactIds, plan };
    expect(refusalOf(attempt({ kind: "start-deployment", projectId, cohortId, request }))).toMatchObject({
      problem: "unprocessable",
      field: "plan.targeting.deviceIds",
    });
  });
});

describe("a window", () => {
  const WINDOW = { days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "04:00", zone: "UTC" };

  /** A rollout with hours, which the stage is told of as a host would: shut now, open from 22:00 to 4:00. */
  function nightly() {
    const set = stage();
    const { world, act, fleet, deploy, deployment, travel, projectId, cohortId } = set;
    const devices = fleet(10);
    const { artifactIds } = deployment(deploy({ main: "1.5.0" }));
    const opensAtMs = Date.UTC(2026, 0, 5, 22);
    const request = { name: "Nightly", artifactIds, plan: { window: WINDOW } };
    const window = { open: false, nextAtMs: opensAtMs };
    const id = act({ kind: "start-deployment", projectId, cohortId, request, window }).deploymentId!;
    const tell = (nextAtMs: number) => act({ kind: "tell-window", projectId, deploymentId: id, nextAtMs });
    return { ...set, id, devices, opensAtMs, tell, until: (atMs: number) => travel(atMs - world.nowMs) };
  }

  test("makes no offers while it is shut, and goes on when it opens", () => {
    const { world, id, devices, opensAtMs, substates, target, until } = nightly();
    expect(nextWindowFactMs(world)).toBe(opensAtMs);
    until(opensAtMs - 1);
    expect(substates(id)).toEqual({ "waiting-window": 10 });
    expect(target(id, devices[0]!).waitsUntilMs).toBe(opensAtMs);
    until(opensAtMs + hours(1));
    expect(substates(id)).toEqual({ verified: 10 });
    expect(target(id, devices[0]!)).not.toHaveProperty("waitsUntilMs");
  });

  test("asks to be told of its next turn when it has turned, and turns at no other instant", () => {
    const { world, attempt, id, opensAtMs, projectId, tell, until } = nightly();
    expect(windowsToTell(world)).toEqual([]);
    until(opensAtMs);
    expect(windowsToTell(world)).toEqual([{ projectId, deploymentId: id, window: WINDOW, afterMs: opensAtMs }]);
    tell(opensAtMs + hours(6));
    expect(nextWindowFactMs(world)).toBe(opensAtMs + hours(6));
    const again = attempt({ kind: "tell-window", projectId, deploymentId: id, nextAtMs: opensAtMs + hours(7) });
    expect(refusalOf(again).problem).toBe("conflict");
    until(opensAtMs + hours(7));
    expect(world.rollouts.at(-1)?.occurrences.map(({ what, atMs }) => [what, atMs - opensAtMs])).toEqual([
      ["created", -hours(14)],
      ["started", -hours(14)],
      ["phase-opened", -hours(14)],
      ["window-opened", 0],
      ["window-shut", hours(6)],
    ]);
  });

  test("a plan with hours that nobody worked out is refused", () => {
    const { attempt, deployment, deploy, projectId, cohortId } = stage();
    const { artifactIds } = deployment(deploy({ main: "2.0.0" }));
    const request = { name: "Nightly", artifactIds, plan: { window: WINDOW } };
    expect(refusalOf(attempt({ kind: "start-deployment", projectId, cohortId, request })).field).toBe("plan.window");
  });
});
