import { expect, test } from "vitest";
import type { PackageId } from "./ids.ts";
import { yankedVersions } from "./yanked-version.ts";

const main = "main" as PackageId;
const modem = "modem" as PackageId;

test("a version is yanked when one of its files is, by the latest word on it", () => {
  expect(
    yankedVersions([
      { packageId: main, version: "2.4.1", yanked: { reason: "Reverts", atMs: 10, by: "ana" } },
      { packageId: main, version: "2.4.1" },
      { packageId: main, version: "2.4.1", yanked: { reason: "Reverts on revision C", atMs: 20, by: "ben" } },
      { packageId: modem, version: "1.0.3" },
    ]),
  ).toEqual([{ packageId: "main", version: "2.4.1", reason: "Reverts on revision C", atMs: 20, by: "ben" }]);
});

test("of files that may be deployed there is nothing to say", () => {
  expect(yankedVersions([{ packageId: main, version: "2.4.1" }])).toEqual([]);
});
