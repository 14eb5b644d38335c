import { describe, expect, test } from "vitest";
import { anyOf, flag, freeText, id, ids, oneOf, wholeNumber } from "./search-params.ts";
import { changeSearch, readSearch } from "./url-state.ts";

const schema = {
  bucket: anyOf(["pending", "failed"]),
  sort: oneOf(["name", "-name"], "name"),
  term: freeText(10),
  tag: ids(2),
  device: id(),
  page: wholeNumber(0, 0, 1000),
  stuck: flag(),
};

function read(search: string) {
  return readSearch(schema, new URLSearchParams(search));
}

describe("reading", () => {
  test("an empty address means every fallback", () => {
    expect(read("")).toEqual({ bucket: [], sort: "name", term: "", tag: [], device: undefined, page: 0, stuck: false });
  });

  test.each([
    ["a repeated name is a list", "bucket=failed&bucket=pending", { bucket: ["pending", "failed"] }],
    ["unknown words are dropped", "bucket=exploded&bucket=failed", { bucket: ["failed"] }],
    ["doubled words count once", "bucket=failed&bucket=failed", { bucket: ["failed"] }],
    ["an unknown sort falls back", "sort=luck", { sort: "name" }],
    ["text is trimmed and cut", "term=%20%20harbour-0142%20", { term: "harbour-01" }],
    ["ids keep their order, without empty and doubled ones", "tag=b&tag=&tag=a&tag=b&tag=c", { tag: ["b", "a"] }],
    ["an id", "device=65a1", { device: "65a1" }],
    ["an empty id is none", "device=", { device: undefined }],
    ["a number out of bounds falls back", "page=1001", { page: 0 }],
    ["a negative number falls back", "page=-1", { page: 0 }],
    ["a number with a fraction falls back", "page=1.5", { page: 0 }],
    ["a number in words falls back", "page=NaN", { page: 0 }],
    ["a flag is only ever `true`", "stuck=yes", { stuck: false }],
    ["a set flag", "stuck=true", { stuck: true }],
    ["names of a prototype are only names", "__proto__=x&constructor=y&page=3", { page: 3 }],
  ])("%s", (_, search, expected) => {
    expect(read(search)).toMatchObject(expected);
  });
});

describe("changing", () => {
  test("a value equal to its fallback leaves the address", () => {
    expect(changeSearch(schema, new URLSearchParams("page=3&sort=-name"), { page: 0 }).toString()).toBe("sort=-name");
  });

  test("names of others stay", () => {
    expect(changeSearch(schema, new URLSearchParams("tab=log"), { bucket: ["failed"] }).toString()).toBe(
      "tab=log&bucket=failed",
    );
  });

  test("what was not understood goes with the first change", () => {
    expect(changeSearch(schema, new URLSearchParams("sort=luck"), { page: 2 }).toString()).toBe("page=2");
  });
});
