import { describe, expect, test } from "vitest";
import { ContractViolation } from "#contract/decode.ts";
import { failureOfGarble, failureOfProblem, failureOfSilence, failureOfViolation } from "./error.ts";

const acting = { act: "create the cohort" };
const loading = { load: "the cohorts" };

describe("what the console acts on, by the kind of refusal", () => {
  test.each([
    ["invalid", "invalid"],
    ["unprocessable", "invalid"],
    ["uri-too-long", "invalid"],
    ["unauthenticated", "unauthenticated"],
    ["forbidden", "forbidden"],
    ["not-found", "not-found"],
    ["conflict", "conflict"],
    ["already-exists", "conflict"],
    ["gone", "gone"],
    ["stale", "stale"],
    ["too-large", "too-large"],
    ["too-many", "unreachable"],
    ["unavailable", "unreachable"],
    ["internal", "broken"],
    ["unimplemented", "broken"],
    ["precondition-required", "broken"],
  ] as const)("%s → %s", (problem, kind) => {
    expect(failureOfProblem({ problem, message: "No." }, acting)).toMatchObject({ kind, problem });
  });
});

test("a refusal that names a field keeps it, and says what to do next", () => {
  const problem = {
    problem: "already-exists",
    message: "A cohort is called Sensors.",
    field: "name",
    next: "Choose another name.",
  } as const;
  expect(failureOfProblem(problem, acting)).toEqual({
    kind: "conflict",
    problem: "already-exists",
    field: "name",
    message: "A cohort is called Sensors. Choose another name.",
  });
});

test("a message of Golioth's that is no sentence becomes one", () => {
  const problem = { problem: "conflict", message: "artifact in use" } as const;
  expect(failureOfProblem(problem, { act: "delete the artifact" }).message).toBe(
    "Could not delete the artifact: artifact in use.",
  );
  expect(failureOfProblem({ problem: "not-found", message: "cohort not found" }, { load: "the cohort" }).message).toBe(
    "Could not load the cohort: cohort not found.",
  );
});

test("a stale review tells what changed", () => {
  const facts = { changes: [{ kind: "membership", before: 11, after: 12 }] };
  expect(failureOfProblem({ problem: "stale", message: "Changed.", facts }, acting)).toMatchObject({
    kind: "stale",
    changes: [{ kind: "membership", before: 11, after: 12 }],
  });
});

describe("silence is told apart by what it means for the reader", () => {
  test.each([
    [
      loading,
      true,
      "The backend did not answer, so the cohorts could not be loaded. Check the connection and try again.",
    ],
    [
      loading,
      false,
      "This browser is offline, so the cohorts could not be loaded. Check the connection and try again.",
    ],
    [
      acting,
      true,
      "The backend did not answer, so it is not known whether it could create the cohort. Try again: what was done is not done twice.",
    ],
  ])("%j, online: %s", (purpose, online, message) => {
    expect(failureOfSilence(purpose, online)).toEqual({ kind: "unreachable", message });
  });
});

test("a proxy's page is a sentence with its status, not its HTML", () => {
  expect(failureOfGarble(acting, 502)).toEqual({
    kind: "broken",
    message:
      'The answer to "create the cohort" could not be read (HTTP 502). Try again; if it stays so, look at the backend or a proxy before it.',
  });
});

test("a broken contract names the field", () => {
  const violation = new ContractViolation("deployment.createdAt is missing");
  expect(failureOfViolation({ load: "the deployments" }, violation).message).toBe(
    "Could not load the deployments: the backend's answer breaks its contract (deployment.createdAt is missing). Tell whoever runs the backend.",
  );
});
