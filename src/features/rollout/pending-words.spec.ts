import { expect, test } from "vitest";
import { minutes } from "#lib/duration.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import { waitDetail, waitWords, type WaitContext } from "./pending-words.ts";

const going: WaitContext = { state: "in-progress", frozen: false, nowMs: 0 };

test.each([
  [{ substate: "waiting-phase", phase: 2 }, going, "waits for phase 3"],
  [{ substate: "waiting-deployment", phase: 0 }, { ...going, state: "paused" }, "deployment paused"],
  [{ substate: "waiting-deployment", phase: 0 }, { ...going, frozen: true }, "cohort frozen"],
  [{ substate: "waiting-deployment", phase: 0 }, going, "busy with an earlier one"],
  [{ substate: "waiting-slot", phase: 0 }, going, undefined],
  [{ substate: "backoff", phase: 0, waitsUntilMs: minutes(4) }, going, "tries again in 4 min"],
  [{ substate: "backoff", phase: 0, waitsUntilMs: minutes(4) }, { ...going, nowMs: minutes(4) }, undefined],
  [{ substate: "backoff", phase: 0 }, going, undefined],
  [{ substate: "waiting-window", phase: 0, waitsUntilMs: minutes(725) }, going, "window opens in 12 h 5 min"],
] as const)("%j waits, in words", (row, context, words) => {
  expect(waitWords(row, context)).toBe(words);
});

function phases(first: Partial<PhaseProgress>): readonly PhaseProgress[] {
  const counts = { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0 };
  const rest = { size: 1, added: 1, counts, finished: 0, inFlight: 0, maxInFlight: 1 };
  return [
    { index: 0, name: "A", state: "open", ...rest, ...first },
    { index: 1, name: "B", state: "waiting", ...rest },
    { index: 2, name: "C", state: "waiting", ...rest },
  ];
}

test.each([
  ["when its phase opens", 1, { state: "soaking", soakUntilMs: minutes(41) }, "Opens in 41 min"],
  ["that somebody has to open it", 1, { state: "ready" }, "Waits for somebody to open it"],
  ["what comes before it", 1, { state: "open" }, "After phase 1"],
  ["what comes before a later one", 2, { state: "ready" }, "After phase 2"],
] as const)("a device that waits for its phase is told %s", (_, phase, first, detail) => {
  expect(waitDetail({ substate: "waiting-phase", phase }, { ...going, phases: phases(first) })).toBe(detail);
});

test("a device outside the hours of the plan is told when they begin", () => {
  const opensMs = Date.parse("2026-11-17T22:00:00Z");
  const row = { substate: "waiting-window", phase: 0, waitsUntilMs: opensMs } as const;
  expect(waitDetail(row, going, "UTC")).toBe("Window opens at 22:00, Tue 17 Nov");
});
