import { describe, expect, test } from "vitest";
import { PROBLEM_KINDS } from "#domain/problem.ts";
import stale from "./examples/problem-stale.json";
import { decodeImpactChanges } from "./impact.ts";
import { decodeProblem, encodeProblem, statusOf } from "./problem.ts";

describe("each kind of refusal has one status and one code, and comes back as itself", () => {
  test.each([
    ["invalid", 400, 3],
    ["unauthenticated", 401, 16],
    ["forbidden", 403, 7],
    ["not-found", 404, 5],
    ["method-not-allowed", 405, 12],
    ["conflict", 409, 10],
    ["already-exists", 409, 6],
    ["gone", 410, 11],
    ["stale", 412, 9],
    ["too-large", 413, 8],
    ["uri-too-long", 414, 3],
    ["unsupported-media", 415, 3],
    ["range-not-satisfiable", 416, 11],
    ["unprocessable", 422, 3],
    ["precondition-required", 428, 9],
    ["too-many", 429, 8],
    ["headers-too-large", 431, 3],
    ["unimplemented", 501, 12],
    ["unavailable", 503, 14],
  ] as const)("%s: %i, gRPC %i", (problem, status, code) => {
    const body = encodeProblem({ problem, message: "No." });
    expect(body.code).toBe(code);
    expect(statusOf(problem)).toBe(status);
    expect(decodeProblem(status, { ...body, details: [] })?.problem).toBe(problem);
  });

  test.each(PROBLEM_KINDS)("%s survives with field, next step and facts", (problem) => {
    const told = { problem, message: "No.", field: "name", next: "Choose another.", facts: { n: 1 } };
    expect(decodeProblem(statusOf(problem), encodeProblem(told))).toEqual(told);
  });
});

test("a stale review tells what changed; what nobody knows of is left out", () => {
  const problem = decodeProblem(412, stale);
  expect(problem).toMatchObject({ problem: "stale", next: "Review the changes again." });
  const changes = [...stale.details[0]!.facts.changes, { kind: "weather", before: 1 }];
  expect(decodeImpactChanges({ changes })).toEqual([
    { kind: "membership", before: 11, after: 12 },
    { kind: "active-deployment", name: "Hotfix" },
  ]);
});

test("a refusal of Golioth's own keeps its message and takes its kind from the status", () => {
  expect(decodeProblem(409, { code: 9, message: "artifact in use", details: [] })).toEqual({
    problem: "conflict",
    message: "artifact in use",
  });
  expect(decodeProblem(409, { code: 6, message: "artifact already exists" })?.problem).toBe("already-exists");
});

test.each([
  [418, "invalid"],
  [507, "internal"],
])("a status of nobody's, %i, is %s", (status, problem) => {
  expect(decodeProblem(status, { code: 2, message: "?" })?.problem).toBe(problem);
});

test.each(["<html>502 Bad Gateway</html>", undefined, null, {}, { message: 7 }, []])(
  "a body that is no refusal is told apart: %j",
  (body) => {
    expect(decodeProblem(502, body)).toBeUndefined();
  },
);
