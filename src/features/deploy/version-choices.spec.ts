import { expect, test } from "vitest";
import { artifact, packageId, packageOf } from "./specimens.ts";
import { addablePackages, sizeOf, versionChoices } from "./version-choices.ts";

const main = packageId("main");
const artifacts = [
  artifact("main@2.3.0", { createdAtMs: 10, sizeBytes: 400 }),
  artifact("main@2.4.1", { createdAtMs: 20, sizeBytes: 412 }),
  artifact("main@2.4.1#b", { createdAtMs: 30, sizeBytes: 398 }),
  artifact("main@2.5.0", { createdAtMs: 40, yanked: { reason: "Boot loop.", atMs: 41 } }),
  artifact("calib@14", { createdAtMs: 50 }),
  artifact("modem@1", { createdAtMs: 5 }),
];

test("versions come last uploaded first, a version once however many variants it has", () => {
  expect(versionChoices(main, artifacts)).toEqual([
    { version: "2.4.1", sizeBytes: { least: 398, most: 412 }, createdAtMs: 30 },
    { version: "2.3.0", sizeBytes: { least: 400, most: 400 }, createdAtMs: 10 },
  ]);
});

test("a package without artifacts has no versions", () => {
  expect(versionChoices(packageId("loader"), artifacts)).toEqual([]);
});

test("a yanked version has no size, since nobody downloads it", () => {
  expect(sizeOf(main, "2.5.0", artifacts)).toBeUndefined();
});

test("only packages that are not in the draft and have a version can be added, the main one first", () => {
  const packages = [packageOf("modem"), packageOf("main"), packageOf("calib"), packageOf("loader")];
  expect(addablePackages(packages, artifacts, new Set([packageId("modem")]))).toEqual([
    { packageId: "main", newest: "2.4.1" },
    { packageId: "calib", newest: "14" },
  ]);
});
