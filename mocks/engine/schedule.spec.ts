import { describe, expect, test } from "vitest";
import { array, assert, constantFrom, nat, oneof, property, record, type Arbitrary } from "fast-check";
import { days, hours, minutes, seconds } from "#lib/duration.ts";
import { EVENT, lookAtNext, newSchedule, newUpcoming, nextUpTo, plan, takeNext, type Schedule } from "./schedule.ts";

const START_MS = Date.UTC(2026, 0, 5, 8);

/** Everything that comes up to an instant, as `ms after the start: subject`. */
function taken(schedule: Schedule, toMs: number): readonly string[] {
  const all: string[] = [];
  for (let atMs = nextUpTo(schedule, toMs); atMs <= toMs; atMs = nextUpTo(schedule, toMs)) {
    all.push(`${atMs - START_MS}: ${takeNext(schedule).subject}`);
  }
  return all;
}

describe("what was planned", () => {
  test("comes in the order of its instants, however far apart they are", () => {
    const schedule = newSchedule();
    const afterMs = [days(40), 3, hours(5), 1_024, 0, seconds(20), minutes(17), 1_023];
    afterMs.forEach((ms, at) => plan(schedule, START_MS + ms, EVENT.ask, at, 0));
    expect(taken(schedule, START_MS + days(41))).toEqual([
      "0: 4",
      "3: 1",
      "1023: 7",
      "1024: 3",
      "20000: 5",
      "1020000: 6",
      "18000000: 2",
      "3456000000: 0",
    ]);
  });

  test("comes in the order it was planned in, at one instant, however it got there", () => {
    const schedule = newSchedule();
    plan(schedule, START_MS + hours(1), EVENT.ask, 1, 0);
    plan(schedule, START_MS + hours(1), EVENT.ask, 2, 0);
    expect(taken(schedule, START_MS + minutes(59))).toEqual([]);
    plan(schedule, START_MS + hours(1), EVENT.ask, 3, 0);
    plan(schedule, START_MS + hours(1) - 1, EVENT.ask, 4, 0);
    expect(taken(schedule, START_MS + hours(1) - 1)).toEqual(["3599999: 4"]);
    plan(schedule, START_MS + hours(1), EVENT.ask, 5, 0);
    expect(taken(schedule, START_MS + hours(1))).toEqual(["3600000: 1", "3600000: 2", "3600000: 3", "3600000: 5"]);
  });

  test("comes now when its instant has passed, and never when it has none", () => {
    const schedule = newSchedule();
    expect(taken(schedule, START_MS + minutes(1))).toEqual([]);
    plan(schedule, START_MS, EVENT.ask, 1, 0);
    plan(schedule, Infinity, EVENT.ask, 2, 0);
    expect(taken(schedule, START_MS + minutes(1))).toEqual(["60000: 1"]);
    expect(schedule.size).toBe(0);
  });

  test("keeps its kind, subject and detail", () => {
    const schedule = newSchedule();
    const all = [
      { kind: EVENT.due, subject: 65_535, detail: 2 ** 25 - 1 },
      { kind: EVENT.due, subject: 65_536, detail: 1_000_000 },
      { kind: EVENT.step, subject: 2 ** 25 - 1, detail: 65_535 },
      { kind: EVENT.step, subject: 2 ** 25, detail: 0 },
      { kind: EVENT.blocks, subject: 0, detail: 129 },
      { kind: EVENT.move, subject: 1_000_000, detail: 0 },
    ];
    for (const { kind, subject, detail } of all) plan(schedule, START_MS + 1_000, kind, subject, detail);
    for (const planned of all) {
      nextUpTo(schedule, START_MS + 1_000);
      expect(takeNext(schedule)).toEqual(planned);
    }
    expect(schedule.wide.size).toBe(0);
  });

  test("can be looked at when its instant has come, and is still to be taken then", () => {
    const schedule = newSchedule();
    for (let at = 0; at < 40; at += 1) plan(schedule, START_MS, EVENT.step, 2 ** 25 - 20 + at, at);
    plan(schedule, START_MS + 1, EVENT.ask, 7, 0);
    nextUpTo(schedule, START_MS);
    takeNext(schedule);
    const upcoming = newUpcoming(35);
    expect(lookAtNext(schedule, upcoming)).toBe(35);
    for (const seen of upcoming.entries) expect(takeNext(schedule)).toEqual(seen);
    expect(lookAtNext(schedule, upcoming)).toBe(4);
    expect(upcoming.entries[3]).toEqual({ kind: EVENT.step, subject: 2 ** 25 + 19, detail: 39 });
  });

  test("takes the place of what has come: a schedule grows no further than what is to come at once", () => {
    const schedule = newSchedule();
    for (let at = 0; at < 100_000; at += 1) {
      plan(schedule, START_MS + at, EVENT.ask, at, 0);
      if (at >= 50) nextUpTo(schedule, START_MS + at - 50);
      if (at >= 50) takeNext(schedule);
    }
    expect(schedule.lists.chunks).toBeLessThan(120);
  });

  test("leaves no room behind when most of it has come, and the rest comes in its order", () => {
    const schedule = newSchedule();
    for (let at = 0; at < 200_000; at += 1) plan(schedule, START_MS + (at % 60_000), EVENT.ask, at, 0);
    for (const ms of [minutes(10), hours(1) + 1, hours(1), hours(1)]) plan(schedule, START_MS + ms, EVENT.ask, ms, 0);
    expect(schedule.lists.chunks).toBeGreaterThan(6_400);
    expect(taken(schedule, START_MS + minutes(1)).slice(-2)).toEqual(["59999: 119999", "59999: 179999"]);
    expect(schedule.lists.chunks).toBeLessThan(2_100);
    expect(taken(schedule, START_MS + hours(2))).toEqual([
      "600000: 600000",
      "3600000: 3600000",
      "3600000: 3600000",
      "3600001: 3600001",
    ]);
  });
});

/** Plans an entry so long after now, or lets so much time pass, or sits out one entry and plans another at once. */
type Act = { readonly kind: "plan" | "pass"; readonly ms: number };

const spans = oneof(
  nat(5),
  nat(3_000),
  nat(minutes(40)),
  nat(days(2)),
  constantFrom(0, 1_023, 1_024, 1_025, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1),
);
const acts: Arbitrary<readonly Act[]> = array(
  record({ kind: constantFrom("plan" as const, "plan" as const, "plan" as const, "pass" as const), ms: spans }),
  { maxLength: 120 },
);

test("any plans in any order come as from a list that is sorted by instant and then by the order of planning", () => {
  assert(
    property(acts, nat(2 ** 21), (history, offsetMs) => {
      const schedule = newSchedule();
      const list: { atMs: number; subject: number }[] = [];
      let nowMs = START_MS + offsetMs;
      nextUpTo(schedule, nowMs);
      const [came, expected]: [string[], string[]] = [[], []];
      for (const [number, { kind, ms }] of [...history, { kind: "pass" as const, ms: days(5) }].entries()) {
        if (kind === "plan") {
          plan(schedule, nowMs + ms, EVENT.step, number, 0);
          list.push({ atMs: nowMs + ms, subject: number });
          continue;
        }
        came.push(...taken(schedule, nowMs + ms));
        nowMs += ms;
        const due = list.filter(({ atMs }) => atMs <= nowMs).toSorted((a, b) => a.atMs - b.atMs);
        expected.push(...due.map(({ atMs, subject }) => `${atMs - START_MS}: ${subject}`));
        list.splice(0, list.length, ...list.filter(({ atMs }) => atMs > nowMs));
      }
      expect(came).toEqual(expected);
    }),
    { numRuns: 500, seed: 3 },
  );
});
