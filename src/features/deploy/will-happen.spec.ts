import { expect, test } from "vitest";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import { planOf, type Plan } from "#domain/plan.ts";
import type { DeviceId } from "#domain/ids.ts";
import { cohort, deploymentId, impact, numbers } from "./specimens.ts";
import { happeningsOf } from "./will-happen.ts";
import { plainText } from "./words.ts";

type Known = Partial<Parameters<typeof happeningsOf>[0]>;
const said = (known: Known) =>
  Object.fromEntries(
    happeningsOf({
      cohort: cohort(),
      impact: undefined,
      plan: planOf("all-at-once", "s"),
      bytesText: (bytes) => `${bytes} bytes`,
      instantText: (atMs) => `minute ${atMs / 60_000}`,
      ...known,
    }).map(({ term, words }) => [term, plainText(words)]),
  );
const activeDeployment = {
  id: deploymentId("d1"),
  name: "Autumn fixes",
  state: "in-progress",
  settled: false,
  counts: EMPTY_COUNTS,
  startedAtMs: 0,
} as const;

test("before anything is measured it says who it is for", () => {
  expect(said({})).toEqual({
    Now: "Offered to 1,250 devices as each connects.",
    Later: "Every device that joins the cohort gets it too.",
    "Halts by itself": "Never: it goes to all devices at once. You can cancel the rest at any time.",
    "Expected loss": "If the build is bad: all 1,250 devices.",
  });
});

test("it promises no cancelling where the backend cannot", () => {
  expect(said({ canCancel: false })["Halts by itself"]).toBe("Never: it goes to all devices at once.");
});

test("measured, it counts the devices that are offered something, the offline ones and the bytes", () => {
  const overall = numbers({ upgrade: 1_180, alreadyThere: 40, incompatible: 9, unknown: 21, offline: 84 });
  expect(said({ impact: impact({ devices: 1_250, overall, transferBytes: 500 }) })).toMatchObject({
    Now: "Offered to 1,201 of 1,250 devices as each connects.",
    "Offline now": "84 devices; those that need it are offered it when they return.",
    Transfer: "500 bytes in all.",
  });
});

test.each([
  ["all of them", { devices: 8, overall: numbers({ upgrade: 8 }) }, "Offered to all 8 devices as each connects."],
  ["the only one", { devices: 1, overall: numbers({ upgrade: 1 }) }, "Offered to the 1 device as each connects."],
  [
    "none: all have it",
    { devices: 8, overall: numbers({ alreadyThere: 8 }) },
    "Nothing to install: all 8 devices report it already.",
  ],
  [
    "none: it has it",
    { devices: 1, overall: numbers({ alreadyThere: 1 }) },
    "Nothing to install: the device reports it already.",
  ],
  [
    "none: nothing fits",
    { devices: 8, overall: numbers({ incompatible: 8 }) },
    "Offered to 0 of 8 devices as each connects.",
  ],
  ["none: all are disabled", { devices: 0, disabled: 3 }, "Nothing yet: the cohort has no enabled devices."],
])("how many are offered it, %s", (_, measured, sentence) => {
  expect(said({ impact: impact(measured) })["Now"]).toBe(sentence);
});

test.each([
  [numbers({ upgrade: 8, offline: 2 }), "2 devices, offered when they return."],
  [numbers({ unknown: 8, offline: 1 }), "1 device, offered when it returns."],
  [
    numbers({ upgrade: 2, alreadyThere: 6, offline: 3 }),
    "3 devices; those that need it are offered it when they return.",
  ],
  [numbers({ alreadyThere: 8, offline: 3 }), "3 devices, nothing to install there either."],
])("offline devices are promised only what is known, case %#", (overall, sentence) => {
  expect(said({ impact: impact({ devices: 8, overall }) })["Offline now"]).toBe(sentence);
});

test("an empty cohort waits for its devices", () => {
  expect(said({ cohort: cohort({ deviceCount: 0 }) })["Now"]).toBe("Nothing yet: the cohort has no devices.");
});

test("nothing to download is said, not left out", () => {
  expect(said({ impact: impact({ devices: 1 }) })["Transfer"]).toBe("Nothing to download.");
});

test("what it replaces, and whether that is still under way", () => {
  expect(said({ cohort: cohort({ activeDeployment }) })["Replaces"]).toBe("“Autumn fixes”, which is still under way.");
  expect(said({ cohort: cohort({ activeDeployment: { ...activeDeployment, settled: true } }) })["Replaces"]).toBe(
    "“Autumn fixes”.",
  );
  expect(said({ cohort: cohort({ activeDeployment }), impact: impact({ busy: 0 }) })["Replaces"]).toBe(
    "“Autumn fixes”.",
  );
});

const fleet = impact({ devices: 10_000, overall: numbers({ upgrade: 10_000 }), transferBytes: 500 });
const planned = (preset: Parameters<typeof planOf>[0], change: Partial<Plan> = {}) => ({
  ...planOf(preset, "s"),
  ...change,
});

test("the standard plan tells its phases with their conditions, what halts it and what a bad build costs", () => {
  expect(said({ impact: fleet, plan: planned("standard") })).toEqual({
    Now: "The first 500 devices (5\u202f%) are offered it, 10 at a time.",
    "Phase 2, after 2 h": "If 90\u202f% are verified, 4,500 more.",
    "Phase 3, after 12 h": "If 90\u202f% are verified, the remaining 5,000, and every device that joins later.",
    Attempts: "3 a device, with longer waits between them.",
    Transfer: "500 bytes in all.",
    "Halts by itself":
      "At 5\u202f% failures once 20 are done, at 3 failures in a row (10 where most are under way), or when 3 devices stay silent after the reboot.",
    "Expected loss": "If the build is bad: at most 13 devices.",
  });
});

test("the careful plan waits for a person between its phases", () => {
  const careful = said({ impact: fleet, plan: planned("careful", { targeting: "snapshot" }) });
  expect(careful).toMatchObject({
    Now: "The first 5 devices (less than 0.1\u202f%) are offered it.",
    "Phase 2, after 24 h when you promote it": "If 90\u202f% are verified, 495 more.",
    "Phase 5, after 24 h when you promote it": "If 90\u202f% are verified, the remaining 5,000.",
    Later: "Devices that join the cohort later do not get it.",
    "Halts by itself":
      "At 1 failure among the first 5, at 3\u202f% failures once 20 are done, at 3 failures in a row, or when 1 device stays silent after the reboot.",
    "Expected loss": "If the build is bad: at most 5 devices.",
  });
});

test("a cohort that is no larger than the first phase gets everything at once, and still halts", () => {
  const small = impact({ devices: 3, overall: numbers({ upgrade: 3 }) });
  expect(said({ impact: small, plan: planned("standard") })).toMatchObject({
    Now: "Offered to all 3 devices as each connects.",
    "Expected loss": "If the build is bad: all 3 devices.",
  });
});

test("chosen devices are counted alone, and the rest keeps what it has", () => {
  const deviceIds = ["d1" as DeviceId, "d2" as DeviceId];
  const chosen = said({ impact: fleet, plan: planned("all-at-once", { targeting: { deviceIds } }) });
  expect(chosen).toMatchObject({
    Now: "Offered to 2 chosen devices as each connects.",
    Others: "The rest of the cohort keeps what it has.",
    "Expected loss": "If the build is bad: both devices.",
  });
  expect(chosen["Transfer"]).toBeUndefined();
  expect(chosen["Later"]).toBeUndefined();
});

test("rules that so few devices cannot trip are left out, and nobody chosen yet is said", () => {
  const of = (deviceIds: readonly DeviceId[]) =>
    said({ impact: fleet, plan: planned("standard", { targeting: { deviceIds } }) });
  expect(of(["d1" as DeviceId, "d2" as DeviceId])["Halts by itself"]).toBe(
    "At 2 failures among the first 2, or when 1 device stays silent after the reboot.",
  );
  expect(of([])["Now"]).toBe("Nobody yet: choose the devices.");
});

test("a start to come, an end and a limit are told with their times and numbers", () => {
  const plan = planned("all-at-once", { startAtMs: 60_000, deadlineAtMs: 120_000, maxDevices: 50 });
  expect(said({ cohort: cohort({ activeDeployment }), plan })).toMatchObject({
    Starts: "At minute 1.",
    Then: "Offered to 1,250 devices as each connects.",
    "Stops at": "50 devices that are verified; no more are offered it.",
    Ends: "At minute 2: who was not offered it by then is left out.",
    Replaces: "“Autumn fixes”.",
  });
});

test("a queued start names what it waits for", () => {
  const plan = planned("all-at-once", { startPolicy: "after-current" });
  const queued = said({ cohort: cohort({ activeDeployment }), plan });
  expect(queued["Starts"]).toBe("After “Autumn fixes”, when no device is on its way in it.");
  expect(queued["Replaces"]).toBeUndefined();
  expect(said({ plan })["Starts"]).toBe("At once: nothing was deployed before.");
});

test("what is still to start stays, and says when it comes", () => {
  const waiting = [
    { name: "Winter fixes", state: "scheduled", plan: planned("all-at-once", { startAtMs: 180_000 }) },
    { name: "Ice fixes", state: "queued", plan: planned("all-at-once", { startPolicy: "after-current" }) },
    { name: "Late autumn fixes", state: "queued", plan: planned("all-at-once", { startPolicy: "after-current" }) },
  ] as const;
  expect(said({ waiting })).toMatchObject({
    Queued:
      "“Late autumn fixes” stays queued: it starts when this one is done. " +
      "“Ice fixes” stays queued: it starts when this one is done.",
    Scheduled: "“Winter fixes” still starts at minute 3, and replaces what runs then.",
  });
  const plan = planned("all-at-once", { startPolicy: "after-current" });
  expect(said({ waiting, plan })["Queued"]).toBe(
    "“Late autumn fixes” is queued before this one. “Ice fixes” is queued before this one.",
  );
});
