import { describe, expect, test } from "vitest";
import { days, seconds } from "#lib/duration.ts";
import { SUBSTATES } from "#domain/target.ts";
import {
  forEachStep,
  keepStep,
  newStepColumns,
  NOTE,
  stepsFrom,
  stepsOfRow,
  type Step,
  type StepColumns,
} from "./step-columns.ts";

const START_MS = Date.UTC(2026, 0, 5, 8);

function keeping(...taken: readonly Step[]): StepColumns {
  const steps = newStepColumns();
  for (const { row, substate, attempt, reason, note, atMs } of taken) {
    keepStep(steps, row, substate, attempt, reason, note, atMs);
  }
  return steps;
}

function stepsUntil(steps: StepColumns, untilMs: number): readonly Step[] {
  const seen: Step[] = [];
  forEachStep(steps, untilMs, ({ row, substate, attempt, reason, note, atMs }) =>
    seen.push({ row, substate, attempt, reason, note, atMs }),
  );
  return seen;
}

const step = (afterMs: number, rest: Partial<Step> = {}): Step => ({
  row: 0,
  substate: 8,
  attempt: 1,
  reason: undefined,
  note: NOTE.none,
  atMs: START_MS + afterMs,
  ...rest,
});

describe("a step is read as it was kept", () => {
  test.each([
    ["the first", [step(0)]],
    ["at the same instant as the one before", [step(0), step(0, { row: 1 })]],
    ["1 ms, 2 ms and a day later", [step(0), step(1), step(3), step(days(1))]],
    ["after more than 2^32 ms", [step(0), step(days(50)), step(days(400))]],
    ["of the last row and the last substate", [step(0, { row: 2 ** 25 - 1, substate: SUBSTATES.length - 1 })]],
    ["of no attempt yet, and of a late one", [step(0, { attempt: 0 }), step(1, { attempt: 65_535 })]],
    ["with a reason, also a raw one", [step(0, { reason: 0 }), step(days(60), { reason: 254, note: NOTE.late })]],
    ["with a note", [step(0), step(seconds(3), { note: NOTE.downloadsStopped })]],
  ])("%s", (_, taken) => {
    expect(stepsUntil(keeping(...taken), Infinity)).toEqual(taken);
  });

  test("among 100,000 of them", () => {
    const taken = Array.from({ length: 100_000 }, (_, at) =>
      step(at * (at % 3), { row: at % 1_000, substate: at % 30, attempt: 1 + (at % 7 === 0 ? 1 : 0) }),
    ).toSorted((a, b) => a.atMs - b.atMs);
    const steps = keeping(...taken);
    expect(steps.count).toBe(100_000);
    expect(stepsUntil(steps, Infinity)).toEqual(taken);
    expect(stepsOfRow(steps, 7)).toEqual(taken.filter(({ row }) => row === 7));
    for (const from of [0, 1, 4_095, 4_096, 4_097, 50_000, 99_998, 100_000, 200_000]) {
      expect(stepsFrom(steps, from, 5)).toEqual(taken.slice(from, from + 5));
    }
  });
});

test("nothing after an instant is shown, what is at it is", () => {
  const steps = keeping(step(0), step(5), step(5, { row: 1 }), step(6));
  expect(stepsUntil(steps, START_MS + 5)).toEqual([step(0), step(5), step(5, { row: 1 })]);
});

test("all substates have room in a step", () => {
  expect(SUBSTATES.length).toBeLessThanOrEqual(32);
});
