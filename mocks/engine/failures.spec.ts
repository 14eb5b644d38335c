import { describe, expect, test } from "vitest";
import { days, hours, minutes } from "#lib/duration.ts";
import { listOtaEvents } from "./read-ota-events.ts";
import { logOf } from "./read-target.ts";
import { NO_FAULTS } from "#domain/world.ts";
import { FLAWLESS, type FailureKind } from "./simulation.ts";
import { stage } from "./stage.ts";

const failingBy = (kind: FailureKind) => stage({ ...FLAWLESS, correlated: [{ failPercent: 100, kind }] });

describe("a simulated device that fails, from the offer to the end", () => {
  test.each<[FailureKind, readonly string[], number]>([
    ["2", ["offered", "downloading", "rejected"], 2],
    ["3", ["offered", "downloading", "rejected"], 3],
    ["4", ["offered", "downloading", "download-failed", "backoff"], 4],
    ["5", ["offered", "downloading", "integrity-failed", "backoff"], 5],
    ["6", ["offered", "downloading", "rejected"], 6],
    ["7", ["offered", "downloading", "rejected"], 7],
    ["8", ["offered", "downloading", "download-failed", "backoff"], 8],
    ["9", ["offered", "downloading", "rejected"], 9],
    ["10", ["offered", "downloading", "download-failed", "backoff"], 10],
    [
      "install-refused",
      ["offered", "downloading", "downloaded", "installing", "install-failed", "backoff", "waiting-offline"],
      0,
    ],
    ["reverted", ["offered", "downloading", "downloaded", "installing", "reverted"], 0],
    ["lost", ["offered", "downloading", "downloaded", "installing", "rebooting", "lost"], 0],
    ["stall", ["offered", "downloading", "downloading", "timed-out", "backoff", "waiting-offline"], 0],
  ])("%s", (kind, steps, reason) => {
    const { world, projectId, fleet, deploy, travel, target } = failingBy(kind);
    const [device] = fleet(1);
    const id = deploy({ main: "2.0.0" });
    travel(days(1));
    const { attempts } = target(id, device!);
    expect(attempts[0]?.steps.map(({ substate }) => substate)).toEqual(steps);
    const { list } = listOtaEvents(world, projectId, { limit: 1_000, deviceId: device! });
    const failing = list.find(({ status }) => status > 1 && status !== 11);
    expect(failing?.status ?? 0).toBe(reason);
  });

  test.each<[FailureKind, string]>([
    ["8", "download-failed"],
    ["5", "integrity-failed"],
    ["install-refused", "install-failed"],
    ["stall", "timed-out"],
  ])("%s on every try ends as %s", (kind, substate) => {
    const { fleet, deploy, travel, target } = failingBy(kind);
    const [device] = fleet(1);
    const id = deploy({ main: "2.0.0" });
    travel(days(3));
    expect(target(id, device!)).toMatchObject({ bucket: "failed", substate });
  });

  test("a device that tries again by itself opens attempts whatever the plan says", () => {
    const { fleet, deploy, travel, target } = failingBy("8");
    const [device] = fleet(1);
    const id = deploy({ main: "2.0.0" });
    travel(hours(2));
    const { attempts } = target(id, device!);
    expect(attempts.length).toBeGreaterThan(3);
    expect(attempts[1]?.steps[0]).toMatchObject({ substate: "downloading", note: "The device tried again by itself." });
  });

  test("a hung download is stuck after a quarter of an hour", () => {
    const { fleet, deploy, travel, deployment } = failingBy("stall");
    fleet(5);
    const id = deploy({ main: "2.0.0" });
    travel(minutes(20));
    expect(deployment(id).counts.stuck).toBe(5);
    travel(minutes(20));
    expect(deployment(id).counts.stuck).toBe(0);
  });

  test("a reverted device says no more than: updating, silence, and twice that it runs the old version", () => {
    const { world, projectId, fleet, deploy, travel } = failingBy("reverted");
    const [device] = fleet(1);
    deploy({ main: "2.0.0" });
    travel(hours(2));
    const said = listOtaEvents(world, projectId, { limit: 100, deviceId: device! }).list.toReversed();
    expect(
      said.map(({ eventType, currentVersion, targetVersion }) => `${eventType} ${currentVersion}→${targetVersion}`),
    ).toEqual([
      "DOWNLOADING 1.0.0→2.0.0",
      "DOWNLOADED 1.0.0→2.0.0",
      "UPDATING 1.0.0→2.0.0",
      "IDLE 1.0.0→undefined",
      "IDLE 1.0.0→undefined",
      "UPDATING 1.0.0→2.0.0",
      "IDLE 1.0.0→undefined",
      "IDLE 1.0.0→undefined",
      "IDLE 1.0.0→undefined",
    ]);
  });
});

describe("faults", () => {
  test("strike what matches them, and nothing else", () => {
    const { world, fleet, deploy, travel, act, projectId, rows } = stage();
    const blueprintId = act({ kind: "create-blueprint", projectId, name: "rev C" }).blueprintId!;
    fleet(20, { blueprintId });
    fleet(20);
    world.simulation = { ...FLAWLESS, correlated: [{ blueprintId, version: "2.0.0", failPercent: 100, kind: "2" }] };
    const id = deploy({ main: "2.0.0" });
    travel(hours(1));
    expect(rows(id).map(({ substate }) => substate)).toEqual([
      ...Array.from({ length: 20 }, () => "rejected"),
      ...Array.from({ length: 20 }, () => "verified"),
    ]);
  });

  test("switched on by command, they strike every attempt with the share that is asked for", () => {
    const { act, fleet, deploy, travel, substates } = stage();
    fleet(1_000);
    act({ kind: "set-faults", faults: { ...NO_FAULTS, failByReason: { "9": 20 } } });
    const id = deploy({ main: "2.0.0" });
    travel(hours(1));
    expect(substates(id).rejected).toBeGreaterThan(160);
    expect(substates(id).rejected).toBeLessThan(240);
  });

  test("devices that are forced offline are waited for until the fault is over", () => {
    const { act, fleet, deploy, travel, substates } = stage();
    fleet(10);
    act({ kind: "set-faults", faults: { ...NO_FAULTS, offlinePercent: 100 } });
    const id = deploy({ main: "2.0.0" });
    travel(hours(6));
    expect(substates(id)).toEqual({ "waiting-offline": 10 });
    act({ kind: "set-faults", faults: NO_FAULTS });
    travel(hours(1));
    expect(substates(id)).toEqual({ verified: 10 });
  });

  test("in ordinary health most succeed, some fail, and each in its own way", () => {
    const { fleet, deploy, travel, deployment } = stage({
      ...FLAWLESS,
      failPercent: 30,
      byReason: { "2": 1, "5": 1, reverted: 1, lost: 1 },
    });
    fleet(1_000);
    const id = deploy({ main: "2.0.0" });
    travel(hours(2));
    const { buckets, substates } = deployment(id).counts;
    expect(buckets.failed).toBeGreaterThan(150);
    expect(buckets.failed).toBeLessThan(350);
    expect(Object.keys(substates)).toEqual(expect.arrayContaining(["rejected", "reverted", "lost", "verified"]));
  });
});

describe("the log of a device", () => {
  test("a simulated one writes what it went through", () => {
    const { world, projectId, fleet, deploy, travel } = stage();
    const [device] = fleet(1);
    const id = deploy({ main: "2.0.0" });
    travel(hours(1));
    const log = logOf(world, projectId, id, device!) ?? "";
    expect(log).toContain("--- attempt 1 ---\n[2026-01-05T08:00:");
    expect(log).toContain("current version = 1.0.0, target version = 2.0.0");
    expect(log).toContain("running version 2.0.0, image confirmed");
  });

  test("one over HTTP is kept as it was sent, up to 64 KB an attempt", () => {
    const { world, projectId, act, external, ask, say, deploy } = stage();
    const deviceId = external("one");
    const id = deploy({ main: "2.0.0" });
    say(deviceId, "IDLE 0 1.0.0");
    ask(deviceId);
    act({ kind: "device-log", deviceId, text: "hello\n" });
    act({ kind: "device-log", deviceId, text: "x".repeat(70_000) });
    expect(logOf(world, projectId, id, deviceId)).toBe(`--- attempt 1 ---\nhello\n${"x".repeat(65_530)}`);
  });
});
