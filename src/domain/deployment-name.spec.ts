import { describe, expect, test } from "vitest";
import { compositionOf } from "./composition.ts";
import { defaultDeploymentName, isNameTaken, untakenName } from "./deployment-name.ts";
import type { PackageId } from "./ids.ts";

const carrying = (versions: Record<string, string>) =>
  compositionOf(
    Object.entries(versions).map(([packageId, version]) => ({ packageId: packageId as PackageId, version })),
  );
const offered = (before: Record<string, string>, after: Record<string, string>, taken: readonly string[] = []) =>
  defaultDeploymentName({
    before: carrying(before),
    after: carrying(after),
    mainPackageId: "main" as PackageId,
    nowMs: Date.UTC(2026, 10, 17, 14, 32),
    taken,
  });

describe("the name that is offered", () => {
  test.each([
    [{ main: "1.0", modem: "1" }, { main: "2.0", modem: "2" }, "Update main to 2.0"],
    [{}, { main: "1.0" }, "Add main 1.0"],
    [{ main: "1.0", modem: "1" }, { main: "1.0", modem: "2" }, "Update modem to 2"],
    [{ main: "1.0", modem: "1" }, { main: "1.0" }, "Remove modem"],
    [{ main: "1.0", a: "1", b: "1" }, { main: "1.0", a: "2", b: "2" }, "Deployment of 2026-11-17"],
    [{ main: "1.0" }, { main: "1.0" }, "Deployment of 2026-11-17"],
  ])("from %j to %j is %s", (before, after, name) => {
    expect(offered(before, after)).toBe(name);
  });

  test("gets a number when it was used before", () => {
    const taken = ["Update main to 2.0", "Update main to 2.0 (2)"];
    expect(offered({ main: "1.0" }, { main: "2.0" }, taken)).toBe("Update main to 2.0 (3)");
  });
});

test("a name never grows beyond 100 characters", () => {
  const long = "x".repeat(120);
  const first = untakenName(long, []);
  expect(first).toBe(`${"x".repeat(99)}…`);
  expect(untakenName(long, [first])).toBe(`${"x".repeat(95)}… (2)`);
});

test("a name is taken whatever blanks surround it, and only then", () => {
  expect(isNameTaken(" Autumn fixes ", ["Autumn fixes"])).toBe(true);
  expect(isNameTaken("autumn fixes", ["Autumn fixes"])).toBe(false);
});
