import { expect, test } from "vitest";
import type { PackageReport } from "#domain/device.ts";
import type { PackageId } from "#domain/ids.ts";
import { runsOf } from "./runs.ts";

const main = "main" as PackageId;

function report(packageId: string, version?: string): PackageReport {
  return {
    packageId: packageId as PackageId,
    rawState: "idle",
    reason: 0,
    atMs: 0,
    ...(version === undefined ? {} : { version }),
  };
}

test("the main package comes first, then the others by name", () => {
  const device = { reports: [report("ca-certs", "2026-09"), report("main", "2.4.1"), report("calib", "14")] };
  expect(runsOf(device, main, new Map()).map(({ packageId }) => packageId)).toEqual(["main", "ca-certs", "calib"]);
});

test("a version that differs from the deployed one says which is wanted", () => {
  const device = { reports: [report("main", "2.3.0"), report("modem", "1.0.3")] };
  const deployed = new Map([
    ["main", "2.4.1"],
    ["modem", "1.0.3"],
  ]) as Map<PackageId, string>;
  expect(runsOf(device, main, deployed)).toEqual([
    { packageId: "main", version: "2.3.0", wanted: "2.4.1" },
    { packageId: "modem", version: "1.0.3" },
  ]);
});

test("a package without a version is not said to run", () => {
  expect(runsOf({ reports: [report("main")] }, main, new Map())).toEqual([]);
});
