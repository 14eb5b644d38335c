import { describe, expect, test } from "vitest";
import { changeSearch, readSearch } from "#navigation/url-state.ts";
import { isFiltered, listing, NO_FILTER, rolloutSearch, targetsQueryOf } from "./rollout-search.ts";

function read(search: string) {
  return readSearch(rolloutSearch, new URLSearchParams(search));
}

describe("the list an address asks for", () => {
  test("an empty address asks for everything, the first 25, trouble first", () => {
    expect(targetsQueryOf(read(""))).toEqual({ filter: {}, sort: "trouble", page: 0, perPage: 25 });
  });

  test("every part of the address is part of the list", () => {
    const address =
      "bucket=failed&bucket=pending&substate=lost&stuck=true&term=rev+c&sort=-lastReport&page=3&perPage=100";
    expect(targetsQueryOf(read(address))).toEqual({
      filter: { buckets: ["pending", "failed"], substates: ["lost"], stuck: true, term: "rev c" },
      sort: "-lastReport",
      page: 3,
      perPage: 100,
    });
  });

  test.each([
    ["a bucket of another console", "bucket=done"],
    ["a substate nobody knows", "substate=melted"],
    ["a sort that is not offered", "sort=colour"],
    ["a page size that would mount too many rows", "perPage=10000"],
    ["a page before the first", "page=-1"],
  ])("%s is dropped", (_, address) => {
    expect(targetsQueryOf(read(address))).toEqual({ filter: {}, sort: "trouble", page: 0, perPage: 25 });
  });
});

describe("changing what is listed", () => {
  test("another filter starts at the first page", () => {
    const search = new URLSearchParams("page=4&sort=name");
    expect(changeSearch(rolloutSearch, search, listing({ bucket: ["failed"] })).toString()).toBe(
      "bucket=failed&sort=name",
    );
  });

  test("clearing the filters keeps the sort and the page size", () => {
    const search = new URLSearchParams("bucket=failed&substate=lost&stuck=true&term=x&sort=name&perPage=50&page=2");
    expect(changeSearch(rolloutSearch, search, NO_FILTER).toString()).toBe("sort=name&perPage=50");
  });
});

test.each([
  ["", false],
  ["sort=name&page=2", false],
  ["bucket=failed", true],
  ["substate=lost", true],
  ["stuck=true", true],
  ["term=a", true],
  ["term=%20", false],
])("an address of %j narrows the list: %s", (address, expected) => {
  expect(isFiltered(read(address))).toBe(expected);
});
