import { expect, test } from "vitest";
import type { Artifact } from "./artifact.ts";
import { newestVersionFirst } from "./version-order.ts";

/** Artifacts as `version@uploaded`, uploaded being an instant. */
function ordered(...artifacts: readonly string[]): readonly string[] {
  return artifacts
    .map((text) => {
      const [version = "", at = "0"] = text.split("@");
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding
      return { id: text as Artifact["id"], version, createdAtMs: Number(at) };
    })
    .toSorted(newestVersionFirst)
    .map(({ id }) => id);
}

test.each([
  ["numbers count as numbers", ["2.9", "2.10", "2.1"], ["2.10", "2.9", "2.1"]],
  [
    "a release comes before its candidates",
    ["2.5.0-rc.1", "2.5.0", "2.5.0-rc.2"],
    ["2.5.0", "2.5.0-rc.2", "2.5.0-rc.1"],
  ],
  ["an old version uploaded late stays old", ["1.0.0@9", "2.0.0@1"], ["2.0.0@1", "1.0.0@9"]],
  [
    "versions without an order follow, the last uploaded first",
    ["2024-Q4@3", "abc@5", "1.0.0@1"],
    ["1.0.0@1", "abc@5", "2024-Q4@3"],
  ],
  ["variants of a version stand together", ["1.0.0@1", "1.0@2", "1.0.0@3"], ["1.0.0@3", "1.0.0@1", "1.0@2"]],
])("%s", (_case, given, expected) => {
  expect(ordered(...given)).toEqual(expected);
});
