import { describe, expect, test } from "vitest";
import type { ApiFailure } from "#api/error.ts";
import { problemsOf, refusalAt } from "./package-form.ts";

const fine = { packageId: "ca-certs", description: "" };

describe("a package's form", () => {
  test("needs an id and nothing else", () => {
    expect(problemsOf(fine)).toEqual({});
  });

  test.each([
    ["empty", "", "Enter a package id of 1 to 64 characters."],
    ["blank", "  ", "Enter a package id of 1 to 64 characters."],
    ["with a space", "ca certs", "A package id is made of the letters A to Z, digits and . _ + - only."],
    ["too long", "x".repeat(65), "A package id has at most 64 characters; this one has 65."],
  ])("refuses an id that is %s", (_case, packageId, packageIdProblem) => {
    expect(problemsOf({ ...fine, packageId })).toEqual({ packageId: packageIdProblem });
  });

  test.each([
    ["too long", "x".repeat(1_001), "A description has at most 1,000 characters; this one has 1001."],
    ["with a bell", "a\u0007b", "A description cannot contain control characters."],
  ])("refuses a description %s", (_case, description, problem) => {
    expect(problemsOf({ ...fine, description })).toEqual({ description: problem });
  });

  test("lets a description have lines", () => {
    expect(problemsOf({ ...fine, description: "one\ntwo" })).toEqual({});
  });
});

describe("a refusal stands", () => {
  const message = "No.";
  const refusals: readonly (readonly [string, ApiFailure | undefined, ReturnType<typeof refusalAt>])[] = [
    ["at the id when it exists already", { kind: "conflict", message }, "packageId"],
    ["at the field it names", { kind: "invalid", field: "description", message }, "description"],
    ["below the form when its field is not shown", { kind: "invalid", field: "metadata", message }, "form"],
    ["below the form when nothing answered", { kind: "unreachable", message }, "form"],
    ["nowhere when there is none", undefined, undefined],
  ];
  test.each(refusals)("%s", (_case, failure, place) => {
    expect(refusalAt(failure)).toBe(place);
  });
});
