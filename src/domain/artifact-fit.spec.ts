import { expect, test } from "vitest";
import { fittingVariant, type FitSubject, type Variant } from "./artifact-fit.ts";
import type { BlueprintId, PackageId, TagId } from "./ids.ts";

const BOARD = "board" as BlueprintId;
const EU = "eu" as TagId;
const variant = (blueprintId: BlueprintId | undefined, tagIds: readonly TagId[]): Variant => ({
  ...(blueprintId === undefined ? {} : { blueprintId }),
  tagIds,
  requires: new Map(),
});
const both = variant(BOARD, [EU]);
const board = variant(BOARD, []);
const tagged = variant(undefined, [EU]);
const plain = variant(undefined, []);
const device = (blueprintId: BlueprintId | undefined, tagIds: readonly TagId[]): FitSubject => ({
  blueprintId,
  tagIds,
  runs: () => "1.4.0",
});

test.each([
  ["blueprint and tags", device(BOARD, [EU]), both],
  ["blueprint before tags", device(BOARD, []), board],
  ["tags before neither", device(undefined, [EU]), tagged],
  ["neither", device(undefined, []), plain],
])("the most specific that fits: %s", (_what, subject, expected) => {
  expect(fittingVariant([plain, tagged, board, both], subject)).toBe(expected);
});

test("nothing fits a device of another blueprint", () => {
  expect(fittingVariant([both, board], device("other" as BlueprintId, [EU]))).toBeUndefined();
});

test.each([
  [">=1.2.0", true],
  [">=1.5.0", false],
])("a required %s of what runs: %s", (range, fits) => {
  const needy = { ...plain, requires: new Map([["boot" as PackageId, range]]) };
  expect(fittingVariant([needy], device(undefined, [])) === needy).toBe(fits);
});

test("a requirement on a package that never reported is not met", () => {
  const needy = { ...plain, requires: new Map([["boot" as PackageId, "*"]]) };
  expect(fittingVariant([needy], { ...device(undefined, []), runs: () => undefined })).toBeUndefined();
});
