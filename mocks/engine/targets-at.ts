import { SUBSTATES } from "#domain/target.ts";
import type { RolloutState } from "./rollout-state.ts";
import { forEachStep, NOTE, type Step } from "./step-columns.ts";
import {
  createdMsOf,
  INSTANT,
  instantAt,
  newTargetInstants,
  reserveInstants,
  setCreatedMs,
  setInstant,
} from "./target-instants.ts";
import { codeOf, countTarget, FLAG, NO_REASON, type TargetColumns } from "./target-columns.ts";

/** The targets of a rollout at an instant, and how much of its log lies before it. */
export type PastTargets = {
  readonly targets: TargetColumns;
  readonly stepCount: number;
  readonly everOffered: boolean;
};

/**
 * The targets of a rollout as they stood at the end of an instant: its log up to there, gone through once. Columns that
 * do not change with time are shared with the present, so that nobody may write into what is answered.
 */
export function targetsAt({ plan, steps, targets }: RolloutState, atMs: number): PastTargets {
  const count = countAt(targets, atMs);
  const past: TargetColumns = {
    ...targets,
    count,
    capacity: count,
    sortedCount: Math.min(targets.sortedCount, count),
    joined: new Map([...targets.joined].filter(([, row]) => row < count)),
    substate: new Uint8Array(count).fill(READY),
    attempt: new Uint16Array(count),
    reason: new Uint8Array(count).fill(NO_REASON),
    flags: new Uint8Array(count),
    instants: newTargetInstants(targets.instants.baseMs),
    counts: new Int32Array(SUBSTATES.length),
    phaseCounts: new Int32Array(SUBSTATES.length * plan.phases.length),
    stuckCount: 0,
  };
  const sinceMs = new Float64Array(count);
  let stepCount = 0;
  let everOffered = false;
  forEachStep(steps, atMs, (step) => {
    take(past, sinceMs, step);
    stepCount += 1;
    everOffered ||= step.attempt > 0;
  });
  keepInstants(past, targets, sinceMs, atMs);
  for (let row = 0; row < count; row += 1) {
    countTarget(past, past.phase[row] ?? 0, past.substate[row] ?? 0, 1);
    if (past.flags[row] === FLAG.stuck) past.stuckCount += 1;
  }
  return { targets: past, stepCount, everOffered };
}

/** What a target is when it is made. */
const READY = codeOf("waiting-offline");

/** A target is as it was made until its log says more; its last report is known where none came since. */
function keepInstants(past: TargetColumns, { instants }: TargetColumns, sinceMs: Float64Array, atMs: number): void {
  reserveInstants(past.instants, past.count);
  for (let row = 0; row < past.count; row += 1) {
    const createdMs = createdMsOf(instants, row);
    const reportMs = instantAt(instants, row, INSTANT.report);
    setCreatedMs(past.instants, row, createdMs);
    setInstant(past.instants, row, INSTANT.since, sinceMs[row] || createdMs);
    if (reportMs <= atMs) setInstant(past.instants, row, INSTANT.report, reportMs);
  }
}

/** Rows come in the order in which their devices became targets. */
function countAt({ count, instants }: TargetColumns, atMs: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (createdMsOf(instants, middle) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function take(past: TargetColumns, sinceMs: Float64Array, { row, substate, attempt, reason, note, atMs }: Step): void {
  const isMove = past.substate[row] !== substate || past.attempt[row] !== attempt;
  if (isMove) sinceMs[row] = atMs;
  past.substate[row] = substate;
  past.attempt[row] = attempt;
  past.reason[row] = reason ?? NO_REASON;
  if (note === NOTE.stuck) past.flags[row] = FLAG.stuck;
  else if (isMove || note === NOTE.heardAgain) past.flags[row] = 0;
}
