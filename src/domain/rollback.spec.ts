import { expect, test } from "vitest";
import type { DeploymentId, PackageId } from "./ids.ts";
import { rollbackTo } from "./rollback.ts";

const deployment = (id: string, name: string, versions: Record<string, string>) => ({
  id: id as DeploymentId,
  name,
  components: Object.entries(versions).map(([packageId, version]) => ({ packageId: packageId as PackageId, version })),
});
const active = deployment("d3", "Autumn fixes", { main: "2.4.1", calib: "14" });
const rolledBack = (to: ReturnType<typeof deployment>, taken: readonly string[] = []) =>
  rollbackTo(to, { active, mainPackageId: "main" as PackageId, taken });

test("a rollback has the composition of the earlier deployment and says what it undoes", () => {
  expect(rolledBack(deployment("d1", "October release", { main: "2.3.0", modem: "1" }))).toEqual({
    name: "Roll back to 2.3.0",
    composition: new Map([
      ["main", "2.3.0"],
      ["modem", "1"],
    ]),
    origin: { rollbackOf: "d3", to: "d1" },
  });
});

test("it is named after the earlier deployment when the main package stays", () => {
  expect(rolledBack(deployment("d2", "Calibration table", { main: "2.4.1", calib: "13" })).name).toBe(
    "Roll back to Calibration table",
  );
  expect(rolledBack(deployment("d0", "Certificates only", { certs: "1" })).name).toBe("Roll back to Certificates only");
});

test("a second rollback to the same version gets another name", () => {
  expect(rolledBack(deployment("d1", "October release", { main: "2.3.0" }), ["Roll back to 2.3.0"]).name).toBe(
    "Roll back to 2.3.0 (2)",
  );
});
