import { expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import type { Counts, Substate, TargetRow } from "#domain/target.ts";
import { failureGroups } from "./failure-groups.ts";

function counting(substates: Counts["substates"]): Counts {
  const buckets = { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0 };
  return { total: 100, buckets, substates, stuck: 0 };
}

function failing(substate: Substate, ...reasons: readonly (number | undefined)[]): readonly TargetRow[] {
  return reasons.map((reason, index) => ({
    deviceId: `${substate}-${index}` as DeviceId,
    name: `${substate}-${index}`,
    bucket: "failed",
    substate,
    stuck: false,
    attempt: 1,
    phase: 0,
    packages: [],
    sinceMs: 0,
    ...(reason === undefined ? {} : { reason }),
  }));
}

test("the largest group comes first, and devices that nothing fits come last", () => {
  const groups = failureGroups(counting({ verified: 80, lost: 2, reverted: 5, "no-artifact": 9 }), []);
  expect(groups.map(({ failure, count }) => [failure, count])).toEqual([
    ["reverted", 5],
    ["lost", 2],
    ["no-artifact", 9],
  ]);
});

test("a rollout without failures has no groups", () => {
  expect(failureGroups(counting({ verified: 100 }), [])).toEqual([]);
});

test("where devices give one reason, the group tells that reason's meaning, cause and next act", () => {
  const [group] = failureGroups(counting({ rejected: 3 }), failing("rejected", 2, 2, 2));
  expect(group).toEqual({
    failure: "rejected",
    count: 3,
    reasons: [{ code: 2, words: "not enough flash memory for the new firmware package", count: 3 }],
    text: expect.objectContaining({ meaning: "The file is larger than the place the device has for it." }),
  });
});

test("where devices give several reasons, each is counted and the group tells the failure", () => {
  const [group] = failureGroups(counting({ "download-failed": 4 }), failing("download-failed", 8, 10, 8, 8));
  expect(group?.reasons.map(({ code, count }) => [code, count])).toEqual([
    [8, 3],
    [10, 1],
  ]);
  expect(group?.text.meaning).toBe("The file did not arrive whole.");
});

test("`ready` and `updated` explain no failure", () => {
  const [group] = failureGroups(counting({ reverted: 3 }), failing("reverted", 0, 1, undefined));
  expect(group?.reasons).toEqual([]);
  expect(group?.text.meaning).toBe("The device started the new version and went back to the old one.");
});

test("a reason that no table knows is shown by its number", () => {
  const [group] = failureGroups(counting({ rejected: 1 }), failing("rejected", 77));
  expect(group?.reasons).toEqual([{ code: 77, words: "reason 77", count: 1 }]);
  expect(group?.text.meaning).toBe("The device refused the update before it downloaded it.");
});
