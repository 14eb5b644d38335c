import { describe, expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import type { TargetRow } from "#domain/target.ts";
import { beginOrder, changesSince, keepOrder, type Sight } from "./kept-order.ts";

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

const verified = device("b", { bucket: "succeeded", substate: "verified", sinceMs: 5_000, lastReportAtMs: 5_000 });
const first: Sight = {
  order: "o1",
  rows: [device("a"), device("b"), device("c")],
  revision: 10,
  changedElsewhere: 4,
};
const later: Sight = { order: "o1", rows: [device("a"), verified, device("c")], revision: 12, changedElsewhere: 11 };

describe("remembering an order", () => {
  test("changes before it was taken do not count", () => {
    expect(changesSince(beginOrder(first), first.rows, { filter: {}, sort: "trouble" })).toBe(0);
  });

  test("the same pulse counts once, however often it is looked at", () => {
    const kept = keepOrder(beginOrder(first), later);
    expect(keepOrder(kept, later)).toBe(kept);
    expect(kept.changesElsewhere).toBe(11);
  });

  test("pulses add up", () => {
    const kept = [later, { ...later, revision: 13, changedElsewhere: 2 }].reduce(keepOrder, beginOrder(first));
    expect(kept.changesElsewhere).toBe(13);
  });

  test("a pulse that was overtaken by a newer one does not count", () => {
    expect(keepOrder(beginOrder(first), { ...later, revision: 9 }).changesElsewhere).toBe(0);
  });

  test("rows of another page are remembered as they were first seen", () => {
    const kept = keepOrder(beginOrder(first), { ...later, rows: [device("z")] });
    const moved = device("z", { bucket: "failed", substate: "lost" });
    expect(changesSince(kept, [moved], { filter: {}, sort: "substate" })).toBe(12);
  });

  test("a fresh order forgets", () => {
    const kept = keepOrder(keepOrder(beginOrder(first), later), { ...later, order: "o2" });
    expect(changesSince(kept, later.rows, { filter: {}, sort: "trouble" })).toBe(0);
  });
});

describe("what a fresh list would show elsewhere", () => {
  const kept = keepOrder(beginOrder(first), later);

  test.each([
    ["by state, a row of another state and every change elsewhere", { filter: {}, sort: "substate" }, 12],
    ["by trouble, the same", { filter: {}, sort: "trouble" }, 12],
    ["by last report, a row that reported", { filter: {}, sort: "-lastReport" }, 12],
    ["by time in the state, a row that changed its state", { filter: {}, sort: "since" }, 12],
    ["by attempt, a row still in the same attempt stays", { filter: {}, sort: "attempt" }, 11],
    ["by name nothing moves", { filter: {}, sort: "name" }, 0],
    ["by name among those in progress, a row that left", { filter: { buckets: ["in-progress"] }, sort: "name" }, 12],
    [
      "by name among both, a row that still belongs",
      { filter: { buckets: ["in-progress", "succeeded"] }, sort: "name" },
      11,
    ],
    ["by name under a search, a row keeps its name", { filter: { term: "b" }, sort: "name" }, 0],
  ] as const)("%s", (_, listing, expected) => {
    expect(changesSince(kept, later.rows, listing)).toBe(expected);
  });
});
