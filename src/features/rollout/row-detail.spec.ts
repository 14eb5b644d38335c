import { expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import type { TargetRow } from "#domain/target.ts";
import { detailOf } from "./row-detail.ts";

function row(change: Partial<TargetRow>): TargetRow {
  return {
    deviceId: "e1" as DeviceId,
    name: "harbour-0142",
    bucket: "in-progress",
    substate: "downloading",
    stuck: false,
    attempt: 1,
    phase: 0,
    packages: [],
    sinceMs: 0,
    ...change,
  };
}

test.each<[string, Partial<TargetRow>, string]>([
  ["a state that says it all", {}, ""],
  ["a revert without a word from the device", { bucket: "failed", substate: "reverted" }, "Booted the old image again"],
  ["an ordinary report", { bucket: "failed", substate: "reverted", reason: 0 }, "Booted the old image again"],
  ["the device's reason", { bucket: "failed", substate: "rejected", reason: 6 }, "Unsupported package type"],
  ["a reason that no table knows", { bucket: "failed", substate: "rejected", reason: 41 }, "Reason 41"],
  ["raw words of the device", { rawReason: "state 9", reason: 3 }, "State 9"],
  [
    "a wait after a failure",
    { bucket: "pending", substate: "backoff", reason: 8 },
    "Is tried again after: firmware update failed",
  ],
  ["a wait without a known failure", { bucket: "pending", substate: "backoff" }, "Is tried again by itself"],
  ["a stuck device", { stuck: true }, "Quiet for longer than it should be"],
])("%s", (_, change, expected) => {
  expect(detailOf(row(change))).toBe(expected);
});
