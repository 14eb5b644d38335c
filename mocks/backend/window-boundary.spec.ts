import { describe, expect, test } from "vitest";
import { hours } from "#lib/duration.ts";
import { planFrom } from "#domain/plan-request.ts";
import type { DeployWindow } from "#domain/window.ts";
import { nextBoundary, windowClock } from "./window-boundary.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const NIGHT: DeployWindow = { days: EVERY_DAY, from: "22:00", to: "04:00", zone: "Europe/Berlin" };

function boundaryAt(text: string, window: Partial<DeployWindow> = {}): string {
  const { open, nextAtMs } = nextBoundary({ ...NIGHT, ...window }, Date.parse(text));
  return `${open ? "open" : "shut"} until ${new Date(nextAtMs).toISOString().slice(0, 16)}Z`;
}

describe("on days like any other", () => {
  test.each([
    ["in the afternoon", "2026-01-14T14:00Z", "shut until 2026-01-14T21:00Z"],
    ["a minute before it opens", "2026-01-14T20:59Z", "shut until 2026-01-14T21:00Z"],
    ["the moment it opens", "2026-01-14T21:00Z", "open until 2026-01-15T03:00Z"],
    ["over midnight", "2026-01-15T00:30Z", "open until 2026-01-15T03:00Z"],
    ["the moment it shuts", "2026-01-15T03:00Z", "shut until 2026-01-15T21:00Z"],
    ["in summer, an hour earlier by the world's clock", "2026-07-15T12:00Z", "shut until 2026-07-15T20:00Z"],
  ])("%s", (_when, text, expected) => {
    expect(boundaryAt(text)).toBe(expected);
  });

  /** 2026-11-16 is a Monday. */
  test.each([
    [1, "Monday", "2026-11-16"],
    [2, "Tuesday", "2026-11-17"],
    [3, "Wednesday", "2026-11-18"],
    [4, "Thursday", "2026-11-19"],
    [5, "Friday", "2026-11-20"],
    [6, "Saturday", "2026-11-21"],
    [7, "Sunday", "2026-11-22"],
  ])("day %i is a %s", (day, _name, date) => {
    expect(boundaryAt("2026-11-16T00:00Z", { days: [day], from: "08:00", to: "09:00", zone: "UTC" })).toBe(
      `shut until ${date}T08:00Z`,
    );
  });

  test("the night belongs to the day on which it begins", () => {
    const fridays = { days: [5], zone: "UTC" };
    expect(boundaryAt("2026-11-21T03:00Z", fridays)).toBe("open until 2026-11-21T04:00Z");
    expect(boundaryAt("2026-11-20T03:00Z", fridays)).toBe("shut until 2026-11-20T22:00Z");
  });

  test("one day a week: the next is seven days on", () => {
    expect(boundaryAt("2026-11-18T09:00Z", { days: [3], from: "08:00", to: "09:00", zone: "UTC" })).toBe(
      "shut until 2026-11-25T08:00Z",
    );
  });

  test("all day but a minute", () => {
    const long = { from: "00:00", to: "23:59", zone: "UTC" };
    expect(boundaryAt("2026-11-18T12:00Z", long)).toBe("open until 2026-11-18T23:59Z");
    expect(boundaryAt("2026-11-18T23:59Z", long)).toBe("shut until 2026-11-19T00:00Z");
  });
});

describe("Europe/Berlin, 29 March 2026: at 02:00 it is 03:00", () => {
  test.each([
    ["an opening that is skipped moves forward", "02:30", "05:00", "2026-03-29T00:00Z", "shut until 2026-03-29T01:30Z"],
    ["a shutting that is skipped moves forward", "01:00", "02:30", "2026-03-29T00:30Z", "open until 2026-03-29T01:30Z"],
    ["both move forward", "02:15", "02:45", "2026-03-29T01:15Z", "open until 2026-03-29T01:45Z"],
    ["a window that opens on the change", "02:00", "04:00", "2026-03-29T00:59Z", "shut until 2026-03-29T01:00Z"],
    ["a window that shuts on it", "01:00", "03:00", "2026-03-29T00:59Z", "open until 2026-03-29T01:00Z"],
    ["a night is an hour shorter", "22:00", "04:00", "2026-03-28T21:00Z", "open until 2026-03-29T02:00Z"],
    [
      "what would end before it begins is left out",
      "02:30",
      "03:15",
      "2026-03-29T00:00Z",
      "shut until 2026-03-30T00:30Z",
    ],
    ["two nights that come to touch are one", "03:00", "02:59", "2026-03-28T12:00Z", "open until 2026-03-30T00:59Z"],
  ])("%s", (_what, from, to, text, expected) => {
    expect(boundaryAt(text, { from, to })).toBe(expected);
  });

  test("a weekly window that the change swallows opens a week later", () => {
    expect(boundaryAt("2026-03-24T00:00Z", { days: [7], from: "02:30", to: "03:15" })).toBe(
      "shut until 2026-04-05T00:30Z",
    );
  });
});

describe("Europe/Berlin, 25 October 2026: at 03:00 it is 02:00 again", () => {
  test.each([
    [
      "an opening that comes twice is meant the first time",
      "02:30",
      "05:00",
      "2026-10-25T00:00Z",
      "shut until 2026-10-25T00:30Z",
    ],
    ["a shutting that comes twice, too", "01:00", "02:30", "2026-10-24T23:30Z", "open until 2026-10-25T00:30Z"],
    ["and it does not open a second time", "02:15", "02:45", "2026-10-25T01:20Z", "shut until 2026-10-26T01:15Z"],
    ["a night is an hour longer", "22:00", "04:00", "2026-10-24T20:00Z", "open until 2026-10-25T03:00Z"],
    ["a window that shuts on the change", "01:00", "03:00", "2026-10-25T01:30Z", "open until 2026-10-25T02:00Z"],
  ])("%s", (_what, from, to, text, expected) => {
    expect(boundaryAt(text, { from, to })).toBe(expected);
  });
});

describe("elsewhere", () => {
  test.each([
    ["half an hour is changed (Lord Howe)", "Australia/Lord_Howe", "2026-10-03T15:00Z", "shut until 2026-10-03T15:45Z"],
    [
      "three quarters of an hour off (Kathmandu)",
      "Asia/Kathmandu",
      "2026-10-03T15:00Z",
      "shut until 2026-10-03T20:30Z",
    ],
  ])("%s", (_what, zone, text, expected) => {
    expect(boundaryAt(text, { zone, from: "02:15", to: "05:00" })).toBe(expected);
  });
});

test("boundary follows boundary for a year: 365 openings, of 6 hours but for the two changes", () => {
  const endMs = Date.parse("2027-01-01T12:00Z");
  const lengths: number[] = [];
  for (let atMs = Date.parse("2026-01-01T12:00Z"); atMs < endMs;) {
    const { open, nextAtMs } = nextBoundary(NIGHT, atMs);
    expect(nextAtMs).toBeGreaterThan(atMs);
    if (open) lengths.push((nextAtMs - atMs) / hours(1));
    atMs = nextAtMs;
  }
  expect(lengths).toHaveLength(365);
  expect(lengths.filter((length) => length !== 6)).toEqual([5, 7]);
});

describe("a plan is refused for", () => {
  const nowMs = Date.parse("2026-11-21T12:00Z");

  test.each(["Mars/Olympus", "+02:00", "2026-01-01T00:00Z[Europe/Berlin]", "Europe/Berlin ", "__proto__"])(
    "the zone %s",
    (zone) => {
      const plan = { window: { ...NIGHT, zone } };
      expect(planFrom(plan, { seed: "s", nowMs, windows: windowClock })).toMatchObject({ field: "plan.window.zone" });
    },
  );

  test.each([
    ["before the window opens", { deadlineAtMs: nowMs + hours(9) }, "plan.window"],
    [
      "before it opens again after the start",
      { startAtMs: nowMs + hours(16), deadlineAtMs: nowMs + hours(20) },
      "plan.window",
    ],
  ])("a deadline %s", (_when, times, field) => {
    expect(planFrom({ window: NIGHT, ...times }, { seed: "s", nowMs, windows: windowClock })).toMatchObject({ field });
  });

  test("and taken when it opens in time", () => {
    const plan = { window: NIGHT, deadlineAtMs: nowMs + hours(10) };
    expect(planFrom(plan, { seed: "s", nowMs, windows: windowClock })).toMatchObject({ window: NIGHT });
  });
});
