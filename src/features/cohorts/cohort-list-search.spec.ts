import { expect, test } from "vitest";
import { readSearch } from "#navigation/url-state.ts";
import { cohortListQueryOf, cohortListSearch } from "./cohort-list-search.ts";

function asked(search: string) {
  return cohortListQueryOf(readSearch(cohortListSearch, new URLSearchParams(search)));
}

test("trouble comes first unless another order is asked for", () => {
  expect(asked("")).toEqual({ sort: "trouble", page: 0, perPage: 50 });
});

test("what is searched for, the order and the page are the server's to apply", () => {
  expect(asked("term=harbour&sort=-devices&page=2")).toEqual({
    term: "harbour",
    sort: "-devices",
    page: 2,
    perPage: 50,
  });
});

test("an order that does not exist is trouble first", () => {
  expect(asked("sort=luck")).toMatchObject({ sort: "trouble" });
});
