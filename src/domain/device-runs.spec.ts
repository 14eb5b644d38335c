import { expect, test } from "vitest";
import type { PackageReport } from "./device.ts";
import type { PackageId } from "./ids.ts";
import { runsOf } from "./device-runs.ts";

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
  expect(runsOf(device, main).map(({ packageId }) => packageId)).toEqual(["main", "ca-certs", "calib"]);
});

test("a package without a version is not said to run", () => {
  expect(runsOf({ reports: [report("main")] }, main)).toEqual([]);
});
