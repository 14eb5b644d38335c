import { describe, expect, test } from "vitest";
import { artifactIdsFor, comparePackages, compositionOf, sameComposition } from "./composition.ts";
import type { ArtifactId, PackageId } from "./ids.ts";

const id = (name: string) => name as PackageId;
const carrying = (versions: Record<string, string>) =>
  compositionOf(Object.entries(versions).map(([packageId, version]) => ({ packageId: id(packageId), version })));

test.each([
  [{}, {}, true],
  [{ main: "1.0", modem: "2" }, { modem: "2", main: "1.0" }, true],
  [{ main: "1.0" }, { main: "1.0.0" }, false],
  [{ main: "1.0" }, { main: "1.0", modem: "2" }, false],
  [{ main: "1.0" }, { modem: "1.0" }, false],
])("whether %j is the same composition as %j: %s", (a, b, same) => {
  expect(sameComposition(carrying(a), carrying(b))).toBe(same);
});

test("the main package comes first, then the others by name", () => {
  expect(["zeta", "main", "Alpha", "beta"].map(id).toSorted(comparePackages(id("main")))).toEqual([
    "main",
    "Alpha",
    "beta",
    "zeta",
  ]);
});

describe("the artifacts of a composition", () => {
  const artifact = (name: string, packageId: string, version: string) => ({
    id: name as ArtifactId,
    packageId: id(packageId),
    version,
  });
  const shelf = [
    artifact("modem-2", "modem", "2"),
    artifact("main-1-rev-a", "main", "1.0"),
    artifact("main-1-rev-b", "main", "1.0"),
    { ...artifact("main-1-rev-c", "main", "1.0"), yanked: { reason: "bricks rev C", atMs: 0 } },
    artifact("main-2", "main", "2.0"),
  ];

  test("are all variants of each version that are not yanked, in package order", () => {
    expect(artifactIdsFor(carrying({ modem: "2", main: "1.0" }), shelf)).toEqual({
      artifactIds: ["main-1-rev-a", "main-1-rev-b", "modem-2"],
      missing: [],
    });
  });

  test("a version without any is missing", () => {
    expect(artifactIdsFor(carrying({ modem: "3", main: "2.0" }), shelf)).toEqual({
      artifactIds: ["main-2"],
      missing: ["modem"],
    });
  });
});
