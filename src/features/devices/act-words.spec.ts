import { expect, test } from "vitest";
import type { DevicePastTarget } from "#domain/device-history.ts";
import type { Bucket } from "#domain/target.ts";
import { leavingWords, livePart } from "./act-words.ts";

function part(deploymentName: string, bucket: Bucket): DevicePastTarget {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what the words look at
  return { deploymentName, bucket } as DevicePastTarget;
}

test.each([
  ["a device that has nothing under way", [part("Old", "succeeded")], undefined],
  [
    "a waiting device",
    [part("Autumn fixes", "pending"), part("Old", "succeeded")],
    "It is still waiting for “Autumn fixes” and is marked Cancelled there.",
  ],
  [
    "an updating device",
    [part("Autumn fixes", "in-progress")],
    "It is updating to “Autumn fixes” now and is marked Cancelled there. If it has begun to install, it goes on by itself.",
  ],
])("says what becomes of %s", (_case, history, words) => {
  expect(leavingWords(livePart(history))).toBe(words);
});
