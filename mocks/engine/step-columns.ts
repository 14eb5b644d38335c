import { capacityFor, grownFloat64, grownInt32, grownUint16, grownUint8 } from "./columns.ts";

/** Why a step was taken, where its substate alone does not say it. The text is for people. */
export const STEP_NOTES = [
  undefined,
  "Reported after the target had ended.",
  "The device tried again by itself.",
  "The device runs another version again.",
  "The device came back.",
  "No contact for longer than the stall timeout.",
  "Downloads were stopped.",
] as const;

/** Indices of STEP_NOTES. */
export const NOTE = { none: 0, late: 1, ownRetry: 2, drift: 3, cameBack: 4, stuck: 5, downloadsStopped: 6 } as const;

/** Every step of every attempt of one rollout, in the order they were taken. Read by scan: only one target is asked for. */
export type StepColumns = {
  count: number;
  capacity: number;
  rows: Int32Array;
  substates: Uint8Array;
  attempts: Uint16Array;
  notes: Uint8Array;
  times: Float64Array;
};

/** No steps. */
export function newStepColumns(): StepColumns {
  return {
    count: 0,
    capacity: 0,
    rows: new Int32Array(0),
    substates: new Uint8Array(0),
    attempts: new Uint16Array(0),
    notes: new Uint8Array(0),
    times: new Float64Array(0),
  };
}

/** Writes down that the target in `row` came to a substate. */
export function keepStep(
  steps: StepColumns,
  row: number,
  substate: number,
  attempt: number,
  note: number,
  atMs: number,
): void {
  if (steps.count === steps.capacity) grow(steps);
  const at = steps.count;
  steps.count += 1;
  steps.rows[at] = row;
  steps.substates[at] = substate;
  steps.attempts[at] = attempt;
  steps.notes[at] = note;
  steps.times[at] = atMs;
}

function grow(steps: StepColumns): void {
  const capacity = capacityFor(steps.count + 1, steps.capacity);
  steps.capacity = capacity;
  steps.rows = grownInt32(steps.rows, capacity);
  steps.substates = grownUint8(steps.substates, capacity);
  steps.attempts = grownUint16(steps.attempts, capacity);
  steps.notes = grownUint8(steps.notes, capacity);
  steps.times = grownFloat64(steps.times, capacity);
}
