import { describe, expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import type { Counts, TargetRow } from "#domain/target.ts";
import { beginOrder, keepOrder, movedSince, type Listing, type Sight } from "./kept-order.ts";

function device(name: string, change: Partial<TargetRow> = {}): TargetRow {
  return {
    deviceId: name as DeviceId,
    name,
    bucket: "in-progress",
    substate: "downloading",
    stuck: false,
    attempt: 1,
    phase: 0,
    packages: [],
    sinceMs: 1_000,
    lastReportAtMs: 1_000,
    ...change,
  };
}

function counting(substates: Counts["substates"]): Counts {
  const buckets = { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0 };
  return { total: 100, buckets, substates, stuck: 0 };
}

const verified = device("b", { bucket: "succeeded", substate: "verified", sinceMs: 5_000, lastReportAtMs: 5_000 });
const first: Sight = {
  order: "o1",
  rows: [device("a"), device("b"), device("c")],
  revision: 10,
  counts: counting({ "waiting-offline": 40, downloading: 20, verified: 40 }),
  changedElsewhere: 4,
};
// Ten began; three that were on their way are verified, four failed.
const later: Sight = {
  order: "o1",
  rows: [device("a"), verified, device("c")],
  revision: 12,
  counts: counting({ "waiting-offline": 30, downloading: 18, installing: 5, verified: 43, lost: 4 }),
  changedElsewhere: 31,
};

describe("remembering an order", () => {
  const byReport: Listing = { filter: {}, sort: "lastReport" };

  test("changes before it was taken do not count", () => {
    expect(movedSince(beginOrder(first), first, byReport)).toBe(0);
  });

  test("the same pulse counts once, however often it is looked at", () => {
    const kept = keepOrder(beginOrder(first), later);
    expect(keepOrder(kept, later)).toBe(kept);
    expect(kept.changesElsewhere).toBe(31);
  });

  test("pulses add up", () => {
    const kept = [later, { ...later, revision: 13, changedElsewhere: 2 }].reduce(keepOrder, beginOrder(first));
    expect(kept.changesElsewhere).toBe(33);
  });

  test("a pulse that was overtaken by a newer one does not count", () => {
    expect(keepOrder(beginOrder(first), { ...later, revision: 9 }).changesElsewhere).toBe(0);
  });

  test("rows of another page are remembered as they were first seen", () => {
    const kept = keepOrder(beginOrder(first), { ...first, rows: [device("z")] });
    const rows = [device("z", { bucket: "failed", substate: "lost" })];
    expect(movedSince(kept, { rows, counts: first.counts }, { filter: {}, sort: "substate" })).toBe(1);
  });

  test("a fresh order forgets", () => {
    const kept = keepOrder(keepOrder(beginOrder(first), later), { ...later, order: "o2" });
    expect(movedSince(kept, later, byReport)).toBe(0);
  });
});

describe("what a fresh list would show elsewhere", () => {
  const kept = keepOrder(beginOrder(first), later);

  test.each<[string, Listing, number]>([
    ["by trouble, devices of another bucket", { filter: {}, sort: "trouble" }, 10],
    ["by state, devices of another state", { filter: {}, sort: "-substate" }, 12],
    ["by last report, a row that reported and every change elsewhere", { filter: {}, sort: "-lastReport" }, 32],
    ["by time in the state, the same", { filter: {}, sort: "since" }, 32],
    ["by attempt, a row in the same attempt stays", { filter: {}, sort: "attempt" }, 31],
    ["by name nothing moves", { filter: {}, sort: "name" }, 0],
    ["by name among the failed, those that came", { filter: { buckets: ["failed"] }, sort: "name" }, 4],
    ["by name among the pending, those that went", { filter: { buckets: ["pending"] }, sort: "name" }, 10],
    ["by trouble among the lost, those that came", { filter: { substates: ["lost"] }, sort: "trouble" }, 4],
    ["by state under a search, rows on screen alone", { filter: { term: "b" }, sort: "substate" }, 1],
    ["by name under a search, a row keeps its name", { filter: { term: "b" }, sort: "name" }, 0],
    ["among the stuck, a row on screen that still belongs", { filter: { stuck: false }, sort: "name" }, 0],
  ])("%s", (_, listing, expected) => {
    expect(movedSince(kept, later, listing)).toBe(expected);
  });
});
