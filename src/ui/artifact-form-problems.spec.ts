import { expect, test } from "vitest";
import { artifactProblems } from "./artifact-form-problems.ts";

const fine = { packageId: "main", version: "2.4.1", file: { size: 421_888 } };

test("a whole entry has no problems", () => {
  expect(artifactProblems(fine)).toEqual({});
});

test("an untouched form names every field", () => {
  expect(artifactProblems({ packageId: "", version: " ", file: undefined })).toEqual({
    package: "Choose the package this is a version of.",
    version: "Enter a version of 1 to 64 characters.",
    file: "Choose a file.",
  });
});

test.each([
  [0, "The file is empty: there is nothing to install."],
  [1, undefined],
  [52_428_800, undefined],
  [52_428_801, "The file has 52,428,801 bytes; at most 52,428,800 (50 MB) are taken."],
])("a file of %i bytes", (size, message) => {
  expect(artifactProblems({ ...fine, file: { size } }).file).toBe(message);
});

test("a version takes no spaces", () => {
  expect(artifactProblems({ ...fine, version: "2.4 beta" }).version).toBe(
    "A version is made of the letters A to Z, digits and . _ + - only.",
  );
});
