import { describe, expect, test } from "vitest";
import { artifactProblems, fileProblem, versionHelp } from "./artifact-form-problems.ts";

describe("a file", () => {
  test.each([
    ["is required", undefined, "Choose a file."],
    ["has at least 1 byte", { size: 0 }, "The file is empty: there is nothing to install."],
    ["may have 50 MiB", { size: 52_428_800 }, undefined],
    [
      "may not have one byte more",
      { size: 52_428_801 },
      "The file has 52,428,801 bytes; at most 52,428,800 (50 MB) are taken.",
    ],
  ])("%s", (_case, file, problem) => {
    expect(fileProblem(file)).toBe(problem);
  });
});

test("everything that is wrong is said at once, each at its field", () => {
  expect(artifactProblems({ packageId: "", version: " ", file: undefined })).toEqual({
    package: "Choose the package this is a version of.",
    version: "Enter a version of 1 to 64 characters.",
    file: "Choose a file.",
  });
});

describe("the version of an image", () => {
  test.each([
    ["is unknown for other files", "1.0.0", undefined, "As devices report it."],
    ["is what was typed", " 2.4.1 ", "2.4.1", "As the image says."],
    [
      "differs from what was typed",
      "2.4.2",
      "2.4.1",
      "The image itself says 2.4.1. Devices report that, so under another name the update is never proven.",
    ],
  ])("%s", (_case, typed, ofImage, help) => {
    expect(versionHelp(typed, ofImage)).toBe(help);
  });
});
