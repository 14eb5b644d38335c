import { describe, expect, test } from "vitest";
import type { ApiFailure } from "#api/error.ts";
import { hardwareIdsOf, problemsOf, refusalAt } from "./device-form.ts";

test("hardware ids are parted by lines and commas", () => {
  expect(hardwareIdsOf(" 3527,  8812\n\n9001 ")).toEqual(["3527", "8812", "9001"]);
  expect(hardwareIdsOf(" ")).toEqual([]);
});

describe("a device's form", () => {
  test("needs a name and nothing else", () => {
    expect(problemsOf({ name: "harbour-0142", hardwareIds: "" })).toEqual({});
  });

  test.each([
    ["an empty name", { name: "", hardwareIds: "" }, { name: "Enter a name of 1 to 100 characters." }],
    ["a blank name", { name: "   ", hardwareIds: "" }, { name: "Enter a name of 1 to 100 characters." }],
    [
      "a name that is too long",
      { name: "x".repeat(101), hardwareIds: "" },
      { name: "A name has at most 100 characters; this one has 101." },
    ],
    ["the same hardware id twice", { name: "a", hardwareIds: "1,2,1" }, { hardwareIds: "1 stands here twice." }],
    [
      "more than 16 hardware ids",
      { name: "a", hardwareIds: Array.from({ length: 17 }, (_, n) => n).join() },
      { hardwareIds: "A device has at most 16 hardware ids; these are 17." },
    ],
    [
      "a hardware id that is too long",
      { name: "a", hardwareIds: "x".repeat(101) },
      { hardwareIds: "A hardware id has 1 to 100 characters and no control characters." },
    ],
  ])("refuses %s", (_case, draft, problems) => {
    expect(problemsOf(draft)).toEqual(problems);
  });
});

describe("a refusal stands", () => {
  const message = "No.";
  const refusals: readonly (readonly [string, ApiFailure | undefined, ReturnType<typeof refusalAt>])[] = [
    ["at the name when it is taken", { kind: "conflict", field: "name", message }, "name"],
    ["at the name when a conflict names no field", { kind: "conflict", message }, "name"],
    ["at the hardware ids when one is taken", { kind: "conflict", field: "hardwareIds", message }, "hardwareIds"],
    ["below the form when it is about something else", { kind: "invalid", field: "tagIds", message }, "form"],
    ["below the form when nothing answered", { kind: "unreachable", message }, "form"],
    ["nowhere when there is none", undefined, undefined],
  ];
  test.each(refusals)("%s", (_case, failure, place) => {
    expect(refusalAt(failure)).toBe(place);
  });
});
