import { expect, test } from "vitest";
import type { CohortId } from "#domain/ids.ts";
import { readSearch } from "#navigation/url-state.ts";
import { devicesQueryOf, isFiltered, membersSearch } from "./members-search.ts";

const cohortId = "c1" as CohortId;

function read(search: string) {
  return readSearch(membersSearch, new URLSearchParams(search));
}

function asked(search: string) {
  return devicesQueryOf(read(search), cohortId);
}

test("members are listed by name, without counting where they are", () => {
  expect(asked("")).toEqual({ filter: { cohortId: "c1" }, sort: "name", page: 0, perPage: 25, facets: false });
});

test("devices to add come with the cohorts they are in", () => {
  expect(asked("add=true&cohort=any&sort=-lastSeen&page=3")).toEqual({
    filter: {},
    sort: "-lastSeen",
    page: 3,
    perPage: 25,
    facets: true,
  });
});

test("members can be searched, and narrowed by tags and blueprints", () => {
  expect(asked("term=eu&tag=t1&tag=t2&blueprint=b1").filter).toEqual({
    term: "eu",
    tagIds: ["t1", "t2"],
    blueprintIds: ["b1"],
    cohortId: "c1",
  });
});

test("a cohort in the address never widens the list of members", () => {
  expect(asked("cohort=c2").filter).toEqual({ cohortId: "c1" });
});

test.each([
  ["those of no cohort, unless told otherwise", "add=true", { withoutCohort: true }],
  ["those of another cohort", "add=true&cohort=c2", { cohortId: "c2" }],
  ["any device", "add=true&cohort=any", {}],
])("to add: %s", (_, search, filter) => {
  expect(asked(search).filter).toEqual(filter);
});

test.each([
  ["", false],
  ["sort=-lastSeen&page=2", false],
  ["cohort=c2", false],
  ["term=eu", true],
  ["add=true", true],
  ["add=true&cohort=any", false],
])("?%s narrows the list: %s", (search, filtered) => {
  expect(isFiltered(read(search))).toBe(filtered);
});
