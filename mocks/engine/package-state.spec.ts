import { expect, test } from "vitest";
import {
  keepReport,
  newReportColumns,
  reportedAtMs,
  reportedCodes,
  reportedTarget,
  reportedVersion,
} from "./package-state.ts";

const AT_MS = Date.UTC(2026, 10, 21, 9, 30, 15, 123);

test.each([
  ["an ordinary one", { state: 3, reason: 1, version: 7, target: 0, atMs: AT_MS }],
  ["the largest codes that a byte holds", { state: 254, reason: 254, version: 1, target: 2, atMs: AT_MS }],
  ["codes that none does", { state: 255, reason: 2 ** 31 - 1, version: 1, target: 2, atMs: AT_MS }],
  ["the last version that has room", { state: 3, reason: 0, version: 65_534, target: 65_534, atMs: AT_MS }],
  ["the first that has none", { state: 3, reason: 0, version: 1, target: 65_535, atMs: AT_MS }],
  ["the 100,000th version there is", { state: 0, reason: 0, version: 100_000, target: 100_001, atMs: AT_MS }],
  ["one at the end of the year 9999", { state: 0, reason: 0, version: 1, target: 1, atMs: 253_402_300_799_999 }],
])("a report is read as it was kept: %s", (_, { state, reason, version, target, atMs }) => {
  const columns = newReportColumns();
  keepReport(columns, 40, version, target, state, reason, atMs);
  expect(reportedCodes(columns, 40)).toEqual({ state, reason });
  expect(reportedVersion(columns, 40)).toBe(version);
  expect(reportedTarget(columns, 40)).toBe(target);
  expect(reportedAtMs(columns, 40)).toBe(atMs);
});

test("an ordinary report takes the place of an odd one", () => {
  const columns = newReportColumns();
  keepReport(columns, 0, 1, 0, 300, 300, AT_MS);
  keepReport(columns, 0, 1, 0, 2, 0, AT_MS + 1);
  expect(reportedCodes(columns, 0)).toEqual({ state: 2, reason: 0 });
  expect(columns.odd.size).toBe(0);
});

test("who never reported said nothing", () => {
  const columns = newReportColumns();
  keepReport(columns, 3, 1, 0, 0, 0, AT_MS);
  expect([reportedVersion(columns, 2), reportedAtMs(columns, 2), reportedAtMs(columns, 1_000)]).toEqual([0, 0, 0]);
});
