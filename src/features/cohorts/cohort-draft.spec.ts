import { expect, test } from "vitest";
import type { BlueprintId, TagId } from "#domain/ids.ts";
import { filterProblem, isSameFilter, NO_TAGS_NO_BLUEPRINTS, requestOf } from "./cohort-draft.ts";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
const [eu, lab, sensor] = ["eu" as TagId, "lab" as TagId, "sensor" as BlueprintId];
const inEu = { tagIds: [eu], blueprintIds: [] };

test("a manual cohort is sent without the filter that was looked at", () => {
  expect(requestOf({ name: " Pier 4 ", kind: "manual", filter: inEu })).toEqual({ name: "Pier 4" });
});

test("a dynamic cohort is sent with its filter", () => {
  expect(requestOf({ name: "Pier 4", kind: "dynamic", filter: inEu })).toEqual({ name: "Pier 4", filter: inEu });
});

test.each([
  [
    "names nothing",
    NO_TAGS_NO_BLUEPRINTS,
    "Choose at least one tag or blueprint. Without any, every device would match.",
  ],
  ["names a tag", inEu, undefined],
  ["names a blueprint", { tagIds: [], blueprintIds: [sensor] }, undefined],
])("a filter that %s: %o", (_case, filter, problem) => expect(filterProblem(filter)).toBe(problem));

test.each([
  ["in another order", { tagIds: [eu, lab], blueprintIds: [] }, { tagIds: [lab, eu], blueprintIds: [] }, true],
  ["with one tag less", { tagIds: [eu, lab], blueprintIds: [] }, inEu, false],
  ["with a blueprint in place of the tag", inEu, { tagIds: [], blueprintIds: [sensor] }, false],
])("a filter %s is the same: %o", (_case, a, b, same) => expect(isSameFilter(a, b)).toBe(same));
