import { describe, expect, test } from "vitest";
import { days } from "#lib/duration.ts";
import { contactMsOf, setContactMs, setSilentUntilMs, silentUntilMsOf } from "./device-instants.ts";
import {
  begunRolloutOf,
  currentRolloutOf,
  currentRowOf,
  offeredRolloutOf,
  setBegunRollout,
  setCurrentPlace,
  setOfferedRollout,
} from "./device-places.ts";
import { addDeviceRow, newFleet, type Fleet } from "./fleet.ts";
import {
  componentAtWork,
  generationOf,
  otherSlotOf,
  ownTriesOf,
  renewStep,
  rolloutAtWork,
  setAtWork,
  setOtherSlot,
  setOwnTries,
  setStep,
  stepOf,
} from "./simulated-work.ts";

const AT_MS = Date.UTC(2026, 10, 21, 9, 30, 15, 123);

function fleetOf(count: number): Fleet {
  const fleet = newFleet();
  for (let at = 0; at < count; at += 1) addDeviceRow(fleet, at, 0, AT_MS);
  return fleet;
}

/** All that the words of a device say. */
const told = (fleet: Fleet, device: number) => ({
  current: [currentRolloutOf(fleet, device), currentRowOf(fleet, device)],
  offered: offeredRolloutOf(fleet, device),
  begun: begunRolloutOf(fleet, device),
  contactMs: contactMsOf(fleet, device),
  silentUntilMs: silentUntilMsOf(fleet, device),
  work: [rolloutAtWork(fleet, device), componentAtWork(fleet, device)],
  step: [stepOf(fleet, device), generationOf(fleet, device), ownTriesOf(fleet, device)],
  otherSlot: otherSlotOf(fleet, device),
});

const NOTHING = {
  current: [-1, -1],
  offered: -1,
  begun: -1,
  contactMs: -1,
  silentUntilMs: 0,
  work: [-1, 0],
  step: [0, 0, 0],
  otherSlot: 0,
};

test("of a new device nothing is known", () => {
  expect(told(fleetOf(2), 1)).toEqual(NOTHING);
});

test("all is read as it was written, beside all the rest, and not of the next device", () => {
  const fleet = fleetOf(3);
  setBegunRollout(fleet, 1, 999_998);
  setCurrentPlace(fleet, 1, 1_000_000, 2 ** 25);
  setOfferedRollout(fleet, 1, 999_999);
  setContactMs(fleet, 1, AT_MS);
  setSilentUntilMs(fleet, 1, AT_MS + days(40));
  setAtWork(fleet, 1, 1_000_000, 4_095);
  setOwnTries(fleet, 1, 9);
  renewStep(fleet, 1, 7);
  setStep(fleet, 1, 3);
  setOtherSlot(fleet, 1, 100_000);
  expect(told(fleet, 1)).toEqual({
    current: [1_000_000, 2 ** 25],
    offered: 999_999,
    begun: 999_998,
    contactMs: AT_MS,
    silentUntilMs: AT_MS + days(40),
    work: [1_000_000, 4_095],
    step: [3, 1, 9],
    otherSlot: 100_000,
  });
  expect([told(fleet, 0), told(fleet, 2)]).toEqual([NOTHING, NOTHING]);
});

describe("instants", () => {
  test.each([0, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32, AT_MS, 253_402_300_799_999])("%i", (atMs) => {
    const fleet = fleetOf(1);
    setContactMs(fleet, 0, atMs);
    setSilentUntilMs(fleet, 0, atMs);
    expect([contactMsOf(fleet, 0), silentUntilMsOf(fleet, 0)]).toEqual([atMs, atMs]);
  });

  test("a bricked device is dark for ever, until somebody speaks for it", () => {
    const fleet = fleetOf(1);
    setContactMs(fleet, 0, AT_MS);
    setSilentUntilMs(fleet, 0, Infinity);
    expect([contactMsOf(fleet, 0), silentUntilMsOf(fleet, 0)]).toEqual([AT_MS, Infinity]);
    setSilentUntilMs(fleet, 0, 0);
    expect(silentUntilMsOf(fleet, 0)).toBe(0);
  });
});

test("the plan of a step counts until the next is made, 65,536 times over", () => {
  const fleet = fleetOf(1);
  for (let at = 0; at < 65_535; at += 1) renewStep(fleet, 0, 1);
  expect(generationOf(fleet, 0)).toBe(65_535);
  expect(renewStep(fleet, 0, 1)).toBe(0);
});
