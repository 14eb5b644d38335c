import { expect, test } from "vitest";
import type { PackageReport } from "#domain/device.ts";
import type { PackageId } from "#domain/ids.ts";
import { runsAgainst } from "./runs.ts";

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

test("a version that differs from the deployed one says which is wanted", () => {
  const device = { reports: [report("main", "2.3.0"), report("modem", "1.0.3")] };
  const deployed = new Map([
    ["main", "2.4.1"],
    ["modem", "1.0.3"],
  ]) as Map<PackageId, string>;
  expect(runsAgainst(deployed, device, main)).toEqual([
    { packageId: "main", version: "2.3.0", wanted: "2.4.1" },
    { packageId: "modem", version: "1.0.3" },
  ]);
});
