import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeBetween, compareVersions } from "./version.ts";

test.each([
  ["1.0.0", "1.0.0", "unchanged"],
  ["2.9", "2.10", "upgraded"],
  ["2.10", "2.9", "downgraded"],
  ["1.2", "1.2.0.1", "upgraded"],
  ["7", "8", "upgraded"],
  ["1.0", "1.0.0", "changed"],
  ["01.2", "1.2", "changed"],
  ["1.0.0-rc.1", "1.0.0", "upgraded"],
  ["1.0.0-rc.2", "1.0.0-rc.10", "upgraded"],
  ["1.0.0-beta", "1.0.0-alpha", "downgraded"],
  ["1.0", "1.0.0-rc.1", "downgraded"],
  ["1.0.0-rc.1", "1.0.0.1", "upgraded"],
  ["1.0.0+build.1", "1.0.0+build.2", "changed"],
  ["1.0.0", "1.0.0+build.2", "changed"],
  ["2024-Q3", "2024-Q4", "changed"],
  ["2026-09", "2026-10", "changed"],
  ["2026-09-01", "2026-10-01", "changed"],
  ["v1.0.0", "v2.0.0", "changed"],
  ["1.0.0", "f00dcafe", "changed"],
  ["1.2.3.4-rc.1", "1.2.3.4", "changed"],
  ["1.0.0-01", "1.0.0-02", "changed"],
  ["1..2", "1.2", "changed"],
  ["99999999999999999998", "99999999999999999999", "upgraded"],
] as const)("from %s to %s is %s", (from, to, change) => {
  expect(changeBetween(from, to)).toBe(change);
});

const number = fc.nat({ max: 12 }).map(String);
const dotted = fc.array(number, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("."));
const suffixed = fc
  .tuple(number, number, number, fc.constantFrom("-rc.1", "-rc.10", "-alpha", "-1", "+5", "-rc.1+5"))
  .map(([major, minor, patch, suffix]) => `${major}.${minor}.${patch}${suffix}`);
const ordered = fc.oneof(dotted, suffixed);

describe("the order of versions", () => {
  test("is total over dotted numbers and SemVer", () => {
    fc.assert(
      fc.property(ordered, ordered, (a, b) => compareVersions(a, b) !== undefined),
      { seed: 1 },
    );
  });

  test("does not depend on which side is asked first", () => {
    fc.assert(
      fc.property(
        ordered,
        ordered,
        (a, b) => Math.sign(compareVersions(a, b) ?? 9) === -Math.sign(compareVersions(b, a) ?? 9),
      ),
      { seed: 1 },
    );
  });

  test("is transitive", () => {
    fc.assert(
      fc.property(ordered, ordered, ordered, (a, b, c) => {
        const [low, middle, high] = [a, b, c].toSorted((x, y) => compareVersions(x, y) ?? 0);
        expect(compareVersions(low ?? "", high ?? "")).toBeLessThanOrEqual(0);
        expect(compareVersions(middle ?? "", high ?? "")).toBeLessThanOrEqual(0);
      }),
      { seed: 1 },
    );
  });

  test("an upgrade undone is a downgrade, and the other way round", () => {
    const undone = { upgraded: "downgraded", downgraded: "upgraded", changed: "changed", unchanged: "unchanged" };
    const any = fc.oneof(ordered, fc.constantFrom("2024-Q4", "v1", "nightly"));
    fc.assert(
      fc.property(any, any, (from, to) => changeBetween(to, from) === undone[changeBetween(from, to)]),
      { seed: 1 },
    );
  });
});
