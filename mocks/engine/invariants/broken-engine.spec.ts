import { beforeEach, expect, test, vi } from "vitest";
import { isSeenBroken, STORIES, type Broken } from "./seen-broken.ts";

const BROKEN: readonly Broken[] = [
  {
    number: 1,
    how: "the slots are not looked at",
    shownIn: 40,
    breakIt: () =>
      vi.doMock(import("#domain/budgets.ts"), async (whole) => ({ ...(await whole()), slotsLeft: () => Infinity })),
  },
  {
    number: 1,
    how: "the budget of unavailable devices is not looked at",
    shownIn: 31,
    breakIt: () =>
      vi.doMock(import("#domain/budgets.ts"), async (whole) => ({ ...(await whole()), budgetLeft: () => Infinity })),
  },
  {
    number: 2,
    how: "a rollout is open in whatever state",
    shownIn: 27,
    breakIt: () =>
      vi.doMock(import("#domain/deployment-state.ts"), async (whole) => ({
        ...(await whole()),
        closedReason: () => undefined,
      })),
  },
  {
    number: 2,
    how: "the hours of a window are not looked at",
    shownIn: 6,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/gate.ts"), async (whole) => ({ ...(await whole()), isInsideWindow: () => true })),
  },
  {
    number: 2,
    how: "a frozen cohort is not looked at",
    shownIn: 2,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/gate.ts"), async (whole) => {
        const gate = await whole();
        const closedNow: typeof gate.closedNow = (world, rollout) => {
          const closed = gate.closedNow(world, rollout);
          return closed === "frozen" ? undefined : closed;
        };
        return { ...gate, closedNow };
      }),
  },
  {
    number: 3,
    how: "who is verified is counted twice",
    shownIn: 35,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/target-columns.ts"), async (whole) => {
        const columns = await whole();
        const verified = columns.codeOf("verified");
        const countTarget: typeof columns.countTarget = (targets, phase, code, by) =>
          columns.countTarget(targets, phase, code, code === verified && by > 0 ? 2 * by : by);
        return { ...columns, countTarget };
      }),
  },
  {
    number: 4,
    how: "nobody remembers what a device was offered",
    shownIn: 10,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/device-places.ts"), async (whole) => ({
        ...(await whole()),
        offeredRolloutOf: () => -1,
        offeredRolloutFor: () => undefined,
      })),
  },
  {
    number: 5,
    how: "every deployment gets the number of the one before",
    shownIn: 40,
    breakIt: () =>
      vi.doMock(import("#domain/sequence-number.ts"), async (whole) => {
        const { nextSequenceNumber } = await whole();
        return { ...(await whole()), nextSequenceNumber: (last, ...rest) => last || nextSequenceNumber(last, ...rest) };
      }),
  },
  {
    number: 5,
    how: "a deployment has its number from when it is made, though it starts later",
    shownIn: 9,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/new-rollout.ts"), async (whole) => {
        const { newRollout: make } = await whole();
        const { nextSequenceNumber } = await import("#domain/sequence-number.ts");
        const newRollout: typeof make = (world, project, ...rest) => {
          project.lastSequenceNumber = nextSequenceNumber(project.lastSequenceNumber, world.nowMs);
          const number = project.lastSequenceNumber;
          const asMade = { get: () => number, set: () => undefined, enumerable: true };
          return Object.defineProperty(make(world, project, ...rest), "sequenceNumber", asMade);
        };
        return { newRollout };
      }),
  },
  {
    number: 5,
    how: "a promotion changes the plan",
    shownIn: 28,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/progress.ts"), async (whole) => {
        const progress = await whole();
        const openPhase: typeof progress.openPhase = (world, rollout, phase, by, reason) => {
          Object.assign(rollout.plan.phases[phase] ?? {}, { maxInFlight: { percent: 100 } });
          progress.openPhase(world, rollout, phase, by, reason);
        };
        return { ...progress, openPhase };
      }),
  },
  {
    number: 6,
    how: "all phases are resolved anew when one opens",
    shownIn: 21,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/phase-order.ts"), async (whole) => {
        const order = await whole();
        const resolvePhases: typeof order.resolvePhases = (world, rollout) => order.resolvePhases(world, rollout, 0);
        return { ...order, resolvePhases };
      }),
  },
  {
    number: 7,
    how: "a halted rollout makes offers",
    shownIn: 24,
    breakIt: () =>
      vi.doMock(import("#domain/deployment-state.ts"), async (whole) => {
        const states = await whole();
        const closedReason: typeof states.closedReason = (state) =>
          state === "halted" ? undefined : states.closedReason(state);
        return { ...states, closedReason };
      }),
  },
  {
    number: 8,
    how: "chance remembers how often it was asked",
    shownIn: 32,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/chance.ts"), async (whole) => {
        const { draw, PURPOSES } = await whole();
        let asked = 0;
        return {
          PURPOSES,
          draw: (seed, subject, purpose, occasion) => draw(seed, subject, purpose, occasion + (asked += 1)),
        };
      }),
  },
  {
    number: 9,
    how: "the last in the order of the plan come first",
    shownIn: 9,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/order-rows.ts"), async (whole) => {
        const { rowsInOrderOf } = await whole();
        return { ...(await whole()), rowsInOrderOf: (orders) => rowsInOrderOf(orders.map((order) => ~order)) };
      }),
  },
  {
    number: 10,
    how: "a finished update is a proof, whatever runs",
    shownIn: 35,
    breakIt: () =>
      vi.doMock(import("#domain/life-report.ts"), async (whole) => {
        const { applyReport } = await whole();
        return {
          ...(await whole()),
          applyReport: (life, event, rules) =>
            applyReport(life, { ...event, proven: event.proven || (event.state === 3 && event.reason === 0) }, rules),
        };
      }),
  },
  {
    number: 10,
    how: "nothing is confirmed for long",
    shownIn: 6,
    breakIt: () =>
      vi.doMock(import("#domain/life-clock.ts"), async (whole) => {
        const clock = await whole();
        const hasty = (rules: Parameters<typeof clock.dueMs>[1]) =>
          Object.create(rules, { timeouts: { value: { ...rules.timeouts, confirmMinutes: 1 } } });
        return {
          ...clock,
          dueMs: (life, rules) => clock.dueMs(life, hasty(rules)),
          applyTick: (life, atMs, rules) => clock.applyTick(life, atMs, hasty(rules)),
        };
      }),
  },
  {
    number: 11,
    how: "a late download opens what was superseded, too",
    shownIn: 40,
    breakIt: () =>
      vi.doMock(import("#domain/life-report.ts"), async (whole) => {
        const { applyReport } = await whole();
        return {
          ...(await whole()),
          applyReport: (life, event, rules) =>
            life.phase === "ended" && life.attempt > 0 && event.state === 1
              ? { ...life, phase: "fetching", substate: "downloading", stuck: false }
              : applyReport(life, event, rules),
        };
      }),
  },
  {
    number: 12,
    how: "nobody looks at what runs already",
    shownIn: 6,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/component-fit.ts"), async (whole) => ({
        ...(await whole()),
        somethingDiffers: () => true,
      })),
  },
  {
    number: 13,
    how: "what happens to a rollout is not written down",
    shownIn: 15,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/occurrences.ts"), async (whole) => ({
        ...(await whole()),
        keepOccurrence: () => undefined,
      })),
  },
  {
    number: 13,
    how: "acts of people are not in the audit",
    shownIn: 36,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/audited-act.ts"), async (whole) => ({
        ...(await whole()),
        keepAct: () => undefined,
      })),
  },
  {
    number: 13,
    how: "the steps of targets are forgotten",
    shownIn: 35,
    breakIt: () =>
      vi.doMock(import("#mocks/engine/target-steps.ts"), async (whole) => ({
        ...(await whole()),
        keepSteps: () => undefined,
      })),
  },
];

/** What any of them replaces. */
const REPLACED = [
  "#domain/budgets.ts",
  "#domain/deployment-state.ts",
  "#domain/life-clock.ts",
  "#domain/life-report.ts",
  "#domain/sequence-number.ts",
  "#mocks/engine/audited-act.ts",
  "#mocks/engine/chance.ts",
  "#mocks/engine/component-fit.ts",
  "#mocks/engine/device-places.ts",
  "#mocks/engine/gate.ts",
  "#mocks/engine/new-rollout.ts",
  "#mocks/engine/occurrences.ts",
  "#mocks/engine/order-rows.ts",
  "#mocks/engine/phase-order.ts",
  "#mocks/engine/progress.ts",
  "#mocks/engine/target-columns.ts",
  "#mocks/engine/target-steps.ts",
];

beforeEach(() => {
  for (const module of REPLACED) vi.doUnmock(module);
  vi.resetModules();
});

test("of an engine in which nothing is broken none of the histories says so", async () => {
  const { livedThrough } = await import("./history.ts");
  expect(STORIES.slice(0, 12).flatMap((story) => livedThrough(story).violations)).toEqual([]);
});

test.each(BROKEN)("invariant $number is seen broken where $how", async (broken) => {
  expect(await isSeenBroken(broken)).toBe(true);
});

test("none of the thirteen is left out", () => {
  expect([...new Set(BROKEN.map(({ number }) => number))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
});
