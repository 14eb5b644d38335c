import { describe, expect, test } from "vitest";
import { hours, minutes } from "#lib/duration.ts";
import type { DeviceId } from "#domain/ids.ts";
import { planOf } from "#domain/plan.ts";
import { listOtaEvents } from "./read-ota-events.ts";
import { FAILURE_KINDS, FLAWLESS, type FailureKind } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";

const failingBy = (kind: FailureKind) => stage({ ...FLAWLESS, correlated: [{ failPercent: 100, kind }] });

/** Everything a device said, `state reason v→t` each, as domain.md writes it. */
function said({ world, projectId }: Stage, deviceId: DeviceId): readonly string[] {
  const { list } = listOtaEvents(world, projectId, { limit: 1_000, deviceId });
  return list
    .toReversed()
    .map(({ eventType, status, currentVersion, targetVersion }) =>
      [eventType, status, [currentVersion, targetVersion].filter((text) => text !== undefined).join("→")].join(" "),
    );
}

const BEGINS = "DOWNLOADING 0 1.0.0→2.0.0";
const INSTALLS = ["DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADED 0 1.0.0→2.0.0", "UPDATING 0 1.0.0→2.0.0"];
const BOOTS_OLD = ["IDLE 0 1.0.0", "IDLE 0 1.0.0"];
const BOOTS_NEW = ["UPDATING 1 2.0.0", "IDLE 0 2.0.0", "IDLE 0 2.0.0"];
const WAITS_TO_RETRY = ["IDLE 0 1.0.0→2.0.0", "IDLE 11 1.0.0→2.0.0", BEGINS];

const CASES: readonly { kind: FailureKind; says: readonly string[]; after: number; is: string }[] = [
  { kind: "2", says: [BEGINS, "DOWNLOADING 2 1.0.0→2.0.0", "IDLE 0 1.0.0"], after: hours(1), is: "rejected" },
  { kind: "3", says: [BEGINS, "DOWNLOADING 3 1.0.0→2.0.0", "IDLE 0 1.0.0"], after: hours(1), is: "rejected" },
  { kind: "6", says: [BEGINS, "DOWNLOADING 6 1.0.0→2.0.0", "IDLE 0 1.0.0"], after: hours(1), is: "rejected" },
  { kind: "7", says: [BEGINS, "DOWNLOADING 7 1.0.0→2.0.0", "IDLE 0 1.0.0"], after: hours(1), is: "rejected" },
  { kind: "9", says: [BEGINS, "DOWNLOADING 9 1.0.0→2.0.0", "IDLE 0 1.0.0"], after: hours(1), is: "rejected" },
  {
    kind: "4",
    says: [BEGINS, "DOWNLOADING 4 1.0.0→2.0.0", ...WAITS_TO_RETRY],
    after: hours(12),
    is: "download-failed",
  },
  {
    kind: "8",
    says: [BEGINS, "DOWNLOADING 8 1.0.0→2.0.0", ...WAITS_TO_RETRY],
    after: hours(12),
    is: "download-failed",
  },
  {
    kind: "10",
    says: [BEGINS, "DOWNLOADING 10 1.0.0→2.0.0", ...WAITS_TO_RETRY],
    after: hours(12),
    is: "download-failed",
  },
  {
    kind: "5",
    says: [BEGINS, "DOWNLOADING 5 1.0.0→2.0.0", ...WAITS_TO_RETRY],
    after: hours(12),
    is: "integrity-failed",
  },
  {
    kind: "install-refused",
    says: [...INSTALLS, "IDLE 0 1.0.0→2.0.0", "IDLE 0 1.0.0", "UPDATING 0 1.0.0→2.0.0"],
    after: hours(12),
    is: "install-failed",
  },
  {
    kind: "reverted",
    says: [...INSTALLS, ...BOOTS_OLD, "UPDATING 0 1.0.0→2.0.0", ...BOOTS_OLD, "IDLE 0 1.0.0"],
    after: hours(12),
    is: "reverted",
  },
  { kind: "stall", says: [BEGINS, "IDLE 0 1.0.0", "IDLE 0 1.0.0"], after: hours(24), is: "timed-out" },
  { kind: "lost", says: INSTALLS, after: hours(12), is: "lost" },
  { kind: "bricked", says: INSTALLS, after: hours(12), is: "lost" },
  {
    kind: "reverted-later",
    says: [...INSTALLS, ...BOOTS_NEW, ...BOOTS_OLD, "UPDATING 0 1.0.0→2.0.0", ...BOOTS_NEW],
    after: minutes(30),
    is: "verified",
  },
];

describe("what a failing device says, as the public SDK was recorded to, and where its target is then", () => {
  test.each(CASES)("$kind: $is", ({ kind, says, after, is }) => {
    const on = failingBy(kind);
    const [device] = on.fleet(1);
    const id = on.deploy({ main: "2.0.0" });
    on.travel(after);
    expect(on.target(id, device!).substate).toBe(is);
    on.travel(hours(2));
    expect(said(on, device!).slice(0, says.length)).toEqual(says);
  });

  test("no kind is left out", () => {
    expect(CASES.map(({ kind }) => kind).toSorted()).toEqual([...FAILURE_KINDS].toSorted());
  });
});

describe("a build that runs well for an hour and then boots the old slot", () => {
  test("opens a new attempt after it was verified: drift", () => {
    const { fleet, deploy, travel, target } = failingBy("reverted-later");
    const [device] = fleet(1);
    const id = deploy({ main: "2.0.0" });
    travel(minutes(50));
    expect(target(id, device!)).toMatchObject({ substate: "verified", attempt: 1 });
    travel(minutes(30));
    expect(target(id, device!)).toMatchObject({ substate: "verified", attempt: 2 });
    const [first, second] = target(id, device!).attempts;
    expect(first?.steps.at(-1)?.note).toBe("The device runs another version again.");
    expect(second?.steps.map(({ substate }) => substate)).toEqual(["offered", "installing", "verifying", "verified"]);
  });

  test("is a revert while the plan still waits for a confirmation", () => {
    const { fleet, deploy, travel, target } = failingBy("reverted-later");
    const [device] = fleet(1);
    const timeouts = { ...planOf("standard", "").timeouts, confirmMinutes: 90 };
    const id = deploy({ main: "2.0.0" }, { plan: { timeouts } });
    travel(minutes(50));
    expect(target(id, device!)).toMatchObject({ substate: "confirming", attempt: 1 });
    travel(minutes(30));
    expect(target(id, device!)).toMatchObject({ substate: "reverted", attempt: 1 });
  });

  test("is left alone when the next deployment reaches the device first", () => {
    const on = stage({ ...FLAWLESS, correlated: [{ version: "2.0.0", failPercent: 100, kind: "reverted-later" }] });
    const [device] = on.fleet(1);
    on.deploy({ main: "2.0.0" });
    on.travel(minutes(30));
    const next = on.deploy({ main: "2.0.1" });
    on.travel(hours(4));
    expect(on.target(next, device!)).toMatchObject({ substate: "verified", attempt: 1 });
    expect(said(on, device!).at(-1)).toBe("IDLE 0 2.0.1");
  });
});

test("an image that runs for a while, unheard, before the old slot boots is reverted only then", () => {
  const fault = { failPercent: 100, kind: "reverted", runsForMinutes: 11 } as const;
  const { fleet, deploy, travel, target } = stage({ ...FLAWLESS, correlated: [fault] });
  const [device] = fleet(1);
  const id = deploy({ main: "2.0.0" });
  travel(minutes(10));
  expect(target(id, device!).substate).toBe("rebooting");
  travel(minutes(10));
  expect(target(id, device!).substate).toBe("reverted");
});

test("a bricked device is never heard of again; one that was only lost is, with the old version", () => {
  const on = failingBy("bricked");
  const other = failingBy("lost");
  const [bricked] = on.fleet(1);
  const [lost] = other.fleet(1);
  const id = on.deploy({ main: "2.0.0" });
  other.deploy({ main: "2.0.0" });
  const before = said(on, bricked!).length;
  for (const { travel } of [on, other]) travel(hours(24 * 100));
  expect(said(on, bricked!).slice(before)).toEqual(INSTALLS);
  expect(on.target(id, bricked!).substate).toBe("lost");
  expect(said(other, lost!).slice(3, 5)).toEqual(["IDLE 0 1.0.0", "IDLE 0 1.0.0"]);
});
