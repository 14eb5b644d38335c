import { describe, expect, test } from "vitest";
import { readSearch } from "#navigation/url-state.ts";
import { deviceListQueryOf, deviceListSearch, isFiltered } from "./device-list-search.ts";

function read(address: string) {
  return readSearch(deviceListSearch, new URLSearchParams(address));
}

describe("the address of the list", () => {
  test.each([
    ["nothing", "", {}],
    ["a word", "term=harbour", { term: "harbour" }],
    ["tags, all of which are required", "tag=t1&tag=t2", { tagIds: ["t1", "t2"] }],
    ["blueprints, any of which will do", "blueprint=b1&blueprint=b2", { blueprintIds: ["b1", "b2"] }],
    ["a cohort", "cohort=c1", { cohortId: "c1" }],
    ["no cohort", "cohort=none", { withoutCohort: true }],
    ["enabled devices", "state=enabled", { enabled: true }],
    ["disabled devices", "state=disabled", { enabled: false }],
    ["what devices run", "running=main%402.0.0", { packageVersion: "main@2.0.0" }],
    ["nothing by what is not understood", "state=asleep&running=main&colour=red", {}],
  ])("narrows it to %s", (_case, address, filter) => {
    expect(deviceListQueryOf(read(address), true).filter).toEqual(filter);
    expect(isFiltered(read(address))).toBe(Object.keys(filter).length > 0);
  });

  test("an unknown order and page fall back", () => {
    const { sort, page } = deviceListQueryOf(read("sort=colour&page=-3"), true);
    expect([sort, page]).toEqual(["name", 0]);
  });

  test("counts are asked for only where the backend has them", () => {
    expect(deviceListQueryOf(read(""), false).facets).toBe(false);
  });
});
