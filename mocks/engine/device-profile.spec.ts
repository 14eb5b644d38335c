import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import type { BlueprintId } from "#domain/ids.ts";
import { batteryPercent, isBatteryLow } from "./battery.ts";
import type { DeviceProfile } from "./device-profile.ts";
import { isOnline } from "./presence.ts";
import { logOf } from "./read-target.ts";
import { downloadMs, installMs, rebootMs } from "./simulated-pace.ts";
import { FLAWLESS } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";

const STEADY: DeviceProfile = {
  heartbeatMinutes: 5,
  offlinePercent: 0,
  bytesPerSecond: [65_536, 65_536],
  brokenDownloadPercent: 0,
  installSeconds: [10, 10],
  rebootSeconds: [20, 20],
};
const BATTERY = { sleeps: false, cycleHours: [20, 20], emptiestPercent: [0, 0], installsFromPercent: 40 } as const;

/** A stage with a blueprint whose devices live so. */
function living(profile: DeviceProfile): Stage & { readonly blueprintId: BlueprintId } {
  const on = stage();
  const { blueprintId } = on.act({ kind: "create-blueprint", projectId: on.projectId, name: "Buoy" });
  on.world.simulation = { ...FLAWLESS, profiles: { [blueprintId!]: profile } };
  return { ...on, blueprintId: blueprintId! };
}

describe("the profile of a blueprint", () => {
  test("sets the heartbeat of a fleet, unless the fleet has its own", () => {
    const { world, fleet, blueprintId } = living({ ...STEADY, heartbeatMinutes: 45 });
    fleet(1, { blueprintId });
    fleet(1, { blueprintId, heartbeatMinutes: 2 });
    fleet(1);
    expect([...world.fleet.heartbeatMinutes.subarray(0, 3)]).toEqual([45, 2, 5]);
  });

  test("sets how long downloads, installs and reboots take", () => {
    const { world, fleet, blueprintId } = living(STEADY);
    fleet(1, { blueprintId });
    expect(downloadMs(world, 0, 655_360)).toBe(seconds(1 + 10));
    expect(installMs(world, 0)).toBe(seconds(10));
    expect(rebootMs(world, 0)).toBe(seconds(20));
  });

  test("says what the link carries at the worst reception and at the best", () => {
    const { world, fleet, blueprintId } = living({ ...STEADY, bytesPerSecond: [1_000, 9_000] });
    fleet(2_000, { blueprintId });
    const took = Array.from({ length: 2_000 }, (_, device) => downloadMs(world, device, 90_000) / 1_000 - 1);
    expect(Math.min(...took)).toBeGreaterThanOrEqual(10);
    expect(Math.min(...took)).toBeLessThan(10.1);
    expect(Math.max(...took)).toBeLessThanOrEqual(90);
    expect(Math.max(...took)).toBeGreaterThan(85);
  });

  test("says how many come and go; other blueprints are not touched by it", () => {
    const { world, fleet, blueprintId } = living({ ...STEADY, offlinePercent: 100 });
    fleet(500, { blueprintId });
    fleet(500);
    const there = Array.from({ length: 1_000 }, (_, device) => isOnline(world, device, world.nowMs));
    expect(there.slice(0, 500).filter(Boolean).length).toBeLessThan(350);
    expect(there.slice(500).every(Boolean)).toBe(true);
  });

  test("a poor link breaks downloads off, and the device gets there by trying again", () => {
    const { fleet, blueprintId, deploy, travel, rows } = living({ ...STEADY, brokenDownloadPercent: 100 });
    fleet(1_000, { blueprintId });
    const id = deploy({ main: "2.0.0" });
    travel(hours(48));
    const all = rows(id);
    expect(all.filter(({ attempt }) => attempt > 1).length).toBeGreaterThan(400);
    expect(all.filter(({ substate }) => substate === "verified").length).toBeGreaterThan(900);
  });
});

describe("a battery", () => {
  test("falls from full to its emptiest through a cycle, and is a function of the device and the instant alone", () => {
    const { world, fleet, blueprintId } = living({ ...STEADY, battery: BATTERY });
    fleet(1, { blueprintId });
    const charges = Array.from({ length: 21 }, (_, hour) => batteryPercent(world, 0, world.nowMs + hours(hour)) ?? -1);
    expect(charges.at(20)).toBeCloseTo(charges[0]!, 6);
    const steps = charges.slice(1).map((charge, at) => Math.round(charge - charges[at]!));
    expect(steps.filter((step) => step === -5)).toHaveLength(19);
    expect(steps.filter((step) => step === 95)).toHaveLength(1);
  });

  test("a device on mains has none", () => {
    const { world, fleet, blueprintId } = living(STEADY);
    fleet(1, { blueprintId });
    expect([batteryPercent(world, 0, world.nowMs), isBatteryLow(world, 0, world.nowMs)]).toEqual([undefined, false]);
  });

  test("too low puts the install off: downloaded for hours, not stuck, then installed when it is charged", () => {
    const { world, projectId, fleet, blueprintId, deploy, travel, substates, rows, deployment } = living({
      ...STEADY,
      battery: BATTERY,
    });
    fleet(100, { blueprintId });
    const low = Array.from({ length: 100 }, (_, device) => isBatteryLow(world, device, world.nowMs)).filter(Boolean);
    expect(low).toHaveLength(36);
    const id = deploy({ main: "2.0.0" });
    travel(minutes(20));
    const waits = rows(id).find(({ substate }) => substate === "downloaded");
    expect(substates(id)).toEqual({ downloaded: 33, verified: 67 });
    travel(hours(3));
    expect(substates(id).downloaded).toBeGreaterThan(15);
    expect(deployment(id).counts.stuck).toBe(0);
    travel(hours(6));
    expect(substates(id)).toEqual({ verified: 100 });
    expect(logOf(world, projectId, id, waits!.deviceId)).toMatch(
      /<wrn> fw_update_sample: battery at \d+ %, waiting for 40 % before the update/,
    );
  });

  test("a sleeping device learns of a deployment at its next heartbeat, then works without a pause", () => {
    const { fleet, blueprintId, deploy, travel, substates } = living({
      ...STEADY,
      heartbeatMinutes: 60,
      battery: { ...BATTERY, sleeps: true, installsFromPercent: 0 },
    });
    fleet(600, { blueprintId });
    const id = deploy({ main: "2.0.0" });
    travel(minutes(31));
    expect(substates(id).verified).toBeGreaterThan(250);
    expect(substates(id).verified).toBeLessThan(350);
    travel(minutes(31));
    expect(substates(id)).toEqual({ verified: 600 });
  });
});

test("the simulation of a world is plain data", () => {
  const { world } = living({ ...STEADY, battery: BATTERY });
  expect(structuredClone(world.simulation)).toEqual(world.simulation);
  expect(JSON.parse(JSON.stringify(world.simulation))).toEqual(world.simulation);
});
