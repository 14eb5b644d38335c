import { describe, expect, test } from "vitest";
import type { DeviceId } from "#domain/ids.ts";
import type { TargetRow } from "#domain/target.ts";
import { liveRows, movedCount } from "./live-rows.ts";

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

const before = [device("a"), device("b"), device("c")];
const verified = device("b", { bucket: "succeeded", substate: "verified", sinceMs: 5_000, lastReportAtMs: 5_000 });

describe("rows of a live list", () => {
  test("a changed row is shown in its old place", () => {
    expect(liveRows(before, [verified]).map(({ name, substate }) => [name, substate])).toEqual([
      ["a", "downloading"],
      ["b", "verified"],
      ["c", "downloading"],
    ]);
  });

  test("a device of another page does not slip in", () => {
    expect(liveRows(before, [device("z")])).toEqual(before);
  });

  test("without a change the very same rows are kept", () => {
    expect(liveRows(before, [])).toBe(before);
  });
});

describe("how many moved", () => {
  const pulse = { changedRows: [verified], changedElsewhere: 11 };

  test.each([
    ["by state, a row of another state and every change elsewhere", { filter: {}, sort: "substate" }, 12],
    ["in the backend's own order, the same", { filter: {} }, 12],
    ["by last report, a row that reported", { filter: {}, sort: "-lastReport" }, 12],
    ["by time in the state, a row that changed its state", { filter: {}, sort: "since" }, 12],
    ["by attempt, a row still in the same attempt stays", { filter: {}, sort: "attempt" }, 11],
    ["by name nothing moves", { filter: {}, sort: "name" }, 0],
    [
      "by name among the failed, a row that no longer belongs there",
      { filter: { buckets: ["failed"] }, sort: "name" },
      12,
    ],
    [
      "by name among the succeeded, a row that still belongs there",
      { filter: { buckets: ["succeeded"] }, sort: "name" },
      11,
    ],
    ["by name among the stuck, a row that is not", { filter: { stuck: true }, sort: "name" }, 12],
    ["by name under a search, a row keeps its name", { filter: { term: "b" }, sort: "name" }, 0],
  ] as const)("%s", (_, listing, expected) => {
    expect(movedCount(before, pulse, listing)).toBe(expected);
  });
});
