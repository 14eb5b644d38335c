import { expect, test } from "vitest";
import { EMPTY_COUNTS } from "#domain/counts.ts";
import { cohort, deploymentId, impact, numbers } from "./specimens.ts";
import { happeningsOf } from "./will-happen.ts";
import { plainText } from "./words.ts";

type Known = Partial<Parameters<typeof happeningsOf>[0]>;
const said = (known: Known) =>
  Object.fromEntries(
    happeningsOf({ cohort: cohort(), impact: undefined, bytesText: (bytes) => `${bytes} bytes`, ...known }).map(
      ({ term, words }) => [term, plainText(words)],
    ),
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
  });
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
