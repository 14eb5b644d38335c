import { expect, test } from "vitest";
import type { PackageId } from "./ids.ts";
import type { DeploymentState } from "./deployment.ts";
import type { Counts } from "./target.ts";
import { yankedMeaning, yankedVersions } from "./yanked-version.ts";

const main = "main" as PackageId;
const modem = "modem" as PackageId;

test("a version is yanked when one of its files is, by the latest word on it", () => {
  expect(
    yankedVersions([
      { packageId: main, version: "2.4.1", yanked: { reason: "Reverts", atMs: 10, by: "ana" } },
      { packageId: main, version: "2.4.1" },
      { packageId: main, version: "2.4.1", yanked: { reason: "Reverts on revision C", atMs: 20, by: "ben" } },
      { packageId: modem, version: "1.0.3" },
    ]),
  ).toEqual([{ packageId: "main", version: "2.4.1", reason: "Reverts on revision C", atMs: 20, by: "ben" }]);
});

test("of files that may be deployed there is nothing to say", () => {
  expect(yankedVersions([{ packageId: main, version: "2.4.1" }])).toEqual([]);
});

const pending = (count: number): Counts => ({
  total: 10,
  buckets: { pending: count, "in-progress": 0, succeeded: 10 - count, failed: 0, cancelled: 0 },
  substates: {},
  stuck: 0,
});

test.each<[DeploymentState, number, string | undefined]>([
  ["scheduled", 0, "It is cancelled when its turn comes: nothing starts with a yanked version. Deploy another one."],
  ["queued", 0, "It is cancelled when its turn comes: nothing starts with a yanked version. Deploy another one."],
  ["pending", 7, "It goes on: 7 devices are pending and will be offered it. Pause it, or deploy another version."],
  ["in-progress", 1, "It goes on: 1 device is pending and will be offered it. Pause it, or deploy another version."],
  ["in-progress", 0, "Nobody is pending; devices that run it keep it. Deploy another version to replace it."],
  ["paused", 7, "It makes no offers while it is paused. Deploy another version in place of resuming it."],
  ["halted", 7, "It makes no offers while it is halted. Deploy another version in place of resuming it."],
  ["finished", 0, "Nobody is pending; devices that run it keep it. Deploy another version to replace it."],
  ["cancelled", 0, "Nobody is pending; devices that run it keep it. Deploy another version to replace it."],
  ["superseded", 0, undefined],
])("of a deployment that is %s with %i pending it is said what comes next", (state, count, meaning) => {
  expect(yankedMeaning({ state, counts: pending(count) })).toBe(meaning);
});
