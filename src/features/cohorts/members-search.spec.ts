import { expect, test } from "vitest";
import type { CohortId } from "#domain/ids.ts";
import { readSearch } from "#navigation/url-state.ts";
import { candidatesFilterOf, isFiltered, membersFilterOf, membersSearch } from "./members-search.ts";

const cohortId = "c1" as CohortId;

function read(search: string) {
  return readSearch(membersSearch, new URLSearchParams(search));
}

test("members are always those of the cohort", () => {
  expect(membersFilterOf(read(""), cohortId)).toEqual({ cohortId: "c1" });
});

test("members can be searched, and narrowed by tags and blueprints", () => {
  expect(membersFilterOf(read("term=eu&tag=t1&tag=t2&blueprint=b1"), cohortId)).toEqual({
    term: "eu",
    tagIds: ["t1", "t2"],
    blueprintIds: ["b1"],
    cohortId: "c1",
  });
});

test("a cohort in the address never widens the list of members", () => {
  expect(membersFilterOf(read("cohort=c2"), cohortId)).toEqual({ cohortId: "c1" });
});

test.each([
  ["any device", "add=true", {}],
  ["those of another cohort", "add=true&cohort=c2", { cohortId: "c2" }],
  ["those of no cohort", "add=true&cohort=none", { withoutCohort: true }],
])("to add: %s", (_, search, filter) => {
  expect(candidatesFilterOf(read(search))).toEqual(filter);
});

test.each([
  ["", false],
  ["sort=-lastSeen&page=2&add=true", false],
  ["term=eu", true],
  ["cohort=none", true],
])("?%s narrows the list: %s", (search, filtered) => {
  expect(isFiltered(read(search))).toBe(filtered);
});
