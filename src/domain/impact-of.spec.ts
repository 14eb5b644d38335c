import { expect, test } from "vitest";
import { impactKindOf, overallImpactKind } from "./impact-of.ts";

test.each([
  ["2.3.0", "2.4.1", true, "upgrade"],
  ["2.5.0-rc.1", "2.4.1", true, "downgrade"],
  ["2026-09", "2026-10", true, "changed"],
  ["2.4.1", "2.4.1", true, "alreadyThere"],
  [undefined, "2.4.1", true, "unknown"],
  ["2.4.1", "2.4.1", false, "incompatible"],
  [undefined, "2.4.1", false, "incompatible"],
] as const)("a device that reports %s, wanted %s, artifact fits %s: %s", (reported, wanted, fits, kind) => {
  expect(impactKindOf({ reported, wanted, fits })).toBe(kind);
});

test.each([
  [["alreadyThere", "alreadyThere"], "alreadyThere"],
  [["upgrade", "unknown"], "upgrade"],
  [["alreadyThere", "unknown"], "unknown"],
  [["upgrade", "changed", "downgrade"], "downgrade"],
  [["downgrade", "incompatible"], "incompatible"],
  [["upgrade", "changed"], "changed"],
  [[], "alreadyThere"],
] as const)("a device for which the packages mean %j, over all: %s", (kinds, overall) => {
  expect(overallImpactKind(kinds)).toBe(overall);
});
