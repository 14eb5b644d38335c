import { expect, test } from "vitest";
import { sameUpload, uploadProblem } from "./upload-problem.ts";

test("a version that exists is refused at the version's field", () => {
  expect(uploadProblem({ kind: "conflict", field: "version", message: "artifact already exists" })).toEqual({
    version: "artifact already exists",
    resumes: false,
  });
});

test("an upload that lost its connection goes on with the next try", () => {
  expect(uploadProblem({ kind: "unreachable", message: "The backend did not answer." })).toEqual({
    form: "The backend did not answer. What has arrived is not sent again.",
    resumes: true,
  });
});

test("any other refusal stands below the form and begins anew", () => {
  expect(uploadProblem({ kind: "too-large", message: "Too large." })).toEqual({ form: "Too large.", resumes: false });
  expect(uploadProblem({ kind: "invalid", field: "content", message: "Empty." })).toEqual({
    form: "Empty.",
    resumes: false,
  });
});

test("only the same file for the same version and devices goes on", () => {
  const tried = { sha256: "ab", version: "1.0.0", tagIds: ["t1", "t2"] };
  expect(sameUpload(tried, { ...tried, tagIds: ["t2", "t1"] })).toBe(true);
  expect(sameUpload(tried, { ...tried, sha256: "cd" })).toBe(false);
  expect(sameUpload(tried, { ...tried, version: "1.0.1" })).toBe(false);
  expect(sameUpload(tried, { ...tried, blueprintId: "b1" })).toBe(false);
});
