import { describe, expect, test } from "vitest";
import type { Device, PackageReport } from "#domain/device.ts";
import type { PackageId } from "#domain/ids.ts";
import { deviceSentence, type DeviceStanding } from "./device-sentence.ts";
import { isUpToDate, reportText, standingText, wantedRows } from "./wanted.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
const id = (text: string) => text as PackageId;

function reports(running: Readonly<Record<string, string | undefined>>): Pick<Device, "reports"> {
  return {
    reports: Object.entries(running).map(([packageId, version]) => ({
      packageId: id(packageId),
      ...(version === undefined ? {} : { version }),
      state: "idle",
      rawState: "0",
      reason: 0,
      atMs: 0,
    })),
  };
}

function rows(running: Readonly<Record<string, string | undefined>>, wanted: Readonly<Record<string, string>>) {
  const composition = new Map(Object.entries(wanted).map(([packageId, version]) => [id(packageId), version]));
  return wantedRows(reports(running), composition, id("main"));
}

describe("wanted and running", () => {
  test.each([
    ["the same version is up to date", "2.4.1", "2.4.1", "up to date"],
    ["an older one is to be upgraded", "2.3.0", "2.4.1", "to be upgraded"],
    ["a newer one is to be downgraded", "2.5.0", "2.4.1", "to be downgraded"],
    ["one without an order is to be changed", "2024-Q4", "2.4.1", "to be changed"],
    ["one that was never said is unknown", undefined, "2.4.1", "never reported"],
  ])("%s", (_case, running, wanted, text) => {
    const [row] = rows({ main: running }, { main: wanted });
    expect(row === undefined ? "" : standingText(row, true)).toBe(text);
  });

  test("what runs is kept by a deployment that leaves it out, and without any", () => {
    const [row] = rows({ modem: "3.0" }, {});
    expect(row && [true, false].map((hasDeployment) => standingText(row, hasDeployment))).toEqual([
      "not in the deployment, kept",
      "kept, nothing is deployed",
    ]);
  });

  test("the main package stands first, then the others by name, wanted or not", () => {
    const all = rows({ modem: "1.0", "ca-certs": "2026-09" }, { main: "2.4.1", modem: "1.0" });
    expect(all.map(({ packageId, standing }) => `${packageId} ${standing}`)).toEqual([
      "main unknown",
      "ca-certs kept",
      "modem there",
    ]);
  });

  test("a package that the deployment does not hold keeps no device from being up to date", () => {
    expect(isUpToDate(rows({ main: "1.0", modem: "3.0" }, { main: "1.0" }))).toBe(true);
    expect(isUpToDate(rows({ main: "1.0" }, { main: "1.0", modem: "3.0" }))).toBe(false);
  });
});

describe("a report", () => {
  const report: PackageReport = { packageId: id("main"), state: "idle", rawState: "0", reason: 0, atMs: 0 };
  test.each([
    ["says the state", report, "Idle"],
    ["says what it works on", { ...report, state: "downloading", target: "2.4.1" }, "Downloading 2.4.1"],
    ["says why there is trouble", { ...report, reason: 11, target: "2.4.1" }, "Idle 2.4.1: awaiting retry"],
    ["keeps a reason that no table knows", { ...report, reason: 99 }, "Idle: reason 99"],
  ] as const)("%s", (_case, given, text) => {
    expect(reportText(given)).toBe(text);
  });

  test("keeps a state that no table knows", () => {
    const { state: _state, ...unknown } = report;
    expect(reportText({ ...unknown, rawState: "9" })).toBe("says “9”");
  });
});

describe("the sentence of a device", () => {
  const here = { enabled: true, cohortId: "c1", lastSeenAtMs: 1 };
  const active = { name: "Autumn fixes" };
  function said(standing: Omit<DeviceStanding, "device"> & { readonly device?: object }): string {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
    const device = { ...here, ...standing.device } as DeviceStanding["device"];
    return deviceSentence({ ...standing, device })
      .map((part) => ("text" in part ? part.text : ""))
      .join("");
  }

  test.each([
    [
      "up to date",
      { active, rows: rows({ main: "2.4.1" }, { main: "2.4.1" }) },
      "Up to date: it runs everything that Autumn fixes puts on it.",
    ],
    [
      "behind in one package",
      { active, rows: rows({ main: "2.3.0", modem: "1.0" }, { main: "2.4.1", modem: "1.0" }) },
      "Autumn fixes puts main 2.4.1 on it; it runs 2.3.0.",
    ],
    [
      "behind in several",
      { active, rows: rows({ main: "2.3.0" }, { main: "2.4.1", modem: "1.0", certs: "2" }) },
      "Autumn fixes puts main 2.4.1 on it; it runs 2.3.0, and 2 others are not there yet.",
    ],
    [
      "silent about a package",
      { active, rows: rows({ main: "2.4.1" }, { main: "2.4.1", modem: "1.0" }) },
      "Autumn fixes puts modem 1.0 on it; it never reported that.",
    ],
    [
      "never heard of",
      { active, rows: rows({}, { main: "2.4.1" }), device: { lastSeenAtMs: undefined } },
      "It was never heard of. Once it connects it gets Autumn fixes.",
    ],
    [
      "disabled",
      { active, rows: rows({ main: "2.3.0", modem: "1.0" }, {}), device: { enabled: false } },
      "Disabled: it takes part in no deployment. It runs main 2.3.0 and 1 other package.",
    ],
    [
      "without a cohort",
      { rows: rows({}, {}), device: { cohortId: undefined } },
      "In no cohort, so nothing is deployed to it. It has not reported what it runs.",
    ],
    [
      "in a cohort without deployments",
      { rows: rows({ main: "1.0" }, {}) },
      "Nothing was deployed to its cohort yet. It runs main 1.0.",
    ],
  ])("that is %s", (_case, standing, sentence) => {
    expect(said(standing)).toBe(sentence);
  });
});
