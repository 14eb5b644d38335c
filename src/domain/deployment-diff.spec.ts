import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Composition } from "./composition.ts";
import { diffCompositions } from "./deployment-diff.ts";
import type { PackageId } from "./ids.ts";

const id = (name: string) => name as PackageId;
const carrying = (versions: Record<string, string>): Composition =>
  new Map(Object.entries(versions).map(([name, version]) => [id(name), version]));

test("a cohort's first deployment adds every package it carries", () => {
  expect(diffCompositions(carrying({}), carrying({ main: "1.0.0" }))).toEqual([
    { kind: "added", packageId: "main", to: "1.0.0" },
  ]);
});

test("a package left out of the new deployment is removed, not forgotten", () => {
  expect(diffCompositions(carrying({ main: "1.0.0", modem: "2.1.0" }), carrying({ main: "1.0.0" }))).toEqual([
    { kind: "unchanged", packageId: "main", from: "1.0.0", to: "1.0.0" },
    { kind: "removed", packageId: "modem", from: "2.1.0" },
  ]);
});

test("all six changes at once, the main package first and the rest by name", () => {
  const before = carrying({ certs: "2026-09", main: "2.9.0", modem: "1.0.3", old: "1", radio: "4.1" });
  const after = carrying({ certs: "2026-10", main: "2.10.0", modem: "1.0.2", calib: "14", radio: "4.1" });
  expect(diffCompositions(before, after, id("main"))).toEqual([
    { kind: "upgraded", packageId: "main", from: "2.9.0", to: "2.10.0" },
    { kind: "added", packageId: "calib", to: "14" },
    { kind: "changed", packageId: "certs", from: "2026-09", to: "2026-10" },
    { kind: "downgraded", packageId: "modem", from: "1.0.3", to: "1.0.2" },
    { kind: "removed", packageId: "old", from: "1" },
    { kind: "unchanged", packageId: "radio", from: "4.1", to: "4.1" },
  ]);
});

const composition = fc
  .dictionary(fc.constantFrom("main", "modem", "certs", "calib"), fc.constantFrom("1.0", "1.1", "2.0.0-rc.1", "Q4"), {
    noNullPrototype: true,
  })
  .map(carrying);

describe("a diff", () => {
  test("names every package of both sides once", () => {
    fc.assert(
      fc.property(composition, composition, (before, after) => {
        const named = diffCompositions(before, after).map(({ packageId }) => packageId);
        expect(named).toEqual([...new Set([...before.keys(), ...after.keys()])].toSorted());
      }),
      { seed: 1 },
    );
  });

  test("applied to what was before gives what comes after", () => {
    fc.assert(
      fc.property(composition, composition, (before, after) => {
        const applied = new Map(before);
        for (const change of diffCompositions(before, after)) {
          if (change.kind === "removed") applied.delete(change.packageId);
          else applied.set(change.packageId, change.to);
        }
        expect(applied).toEqual(after);
      }),
      { seed: 1 },
    );
  });

  test("undone is its own inverse", () => {
    const inverse = {
      added: "removed",
      removed: "added",
      upgraded: "downgraded",
      downgraded: "upgraded",
      changed: "changed",
      unchanged: "unchanged",
    } as const;
    fc.assert(
      fc.property(composition, composition, (before, after) => {
        const forth = diffCompositions(before, after).map(({ kind }) => inverse[kind]);
        expect(diffCompositions(after, before).map(({ kind }) => kind)).toEqual(forth);
      }),
      { seed: 1 },
    );
  });

  test("with itself changes nothing", () => {
    fc.assert(
      fc.property(composition, (same) => diffCompositions(same, same).every(({ kind }) => kind === "unchanged")),
      { seed: 1 },
    );
  });
});
