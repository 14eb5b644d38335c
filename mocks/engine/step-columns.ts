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

/** One step: the target in `row` came to a substate (its code) in an attempt. */
export type Step = {
  readonly row: number;
  readonly substate: number;
  readonly attempt: number;
  readonly note: number;
  readonly atMs: number;
};

/**
 * Every step of every attempt of one rollout, in the order they were taken; none is ever forgotten. Read with
 * `forEachStep`. A step is one 32-bit word when it is of a first attempt, has no note and came at most 1 ms after the
 * one before, as nearly all do while a million devices move; else a second or third word follows with the rest.
 */
export type StepColumns = {
  count: number;
  /** When the first and the last step were taken. */
  firstMs: number;
  lastMs: number;
  words: number;
  readonly segments: Uint32Array[];
};

/** How the word of a step goes on: nothing follows and it came 0 or 1 ms later, or its delay follows, or all. */
const SHORT = { sameMs: 0, nextMs: 1, delay: 2, whole: 3 } as const;
const ROW_SHIFT = 7;
const SUBSTATE_SHIFT = 2;
const SUBSTATE_MASK = 0x1f;
const SHORT_MASK = 0x3;
const DELAY_RANGE = 2 ** 32;

const SEGMENT_BITS = 16;
const SEGMENT = 2 ** SEGMENT_BITS;
const FIRST = 16;

/** No steps. */
export function newStepColumns(): StepColumns {
  return { count: 0, firstMs: 0, lastMs: 0, words: 0, segments: [new Uint32Array(FIRST)] };
}

/** Writes down that the target in `row` (below 2^25) came to a substate, not before the step that was kept last. */
export function keepStep(
  steps: StepColumns,
  row: number,
  substate: number,
  attempt: number,
  note: number,
  atMs: number,
): void {
  if (steps.count === 0) {
    steps.firstMs = atMs;
    steps.lastMs = atMs;
  }
  const delayMs = atMs - steps.lastMs;
  steps.count += 1;
  steps.lastMs = atMs;
  const word = (row << ROW_SHIFT) | (substate << SUBSTATE_SHIFT);
  if (attempt !== 1 || note !== NOTE.none || delayMs >= DELAY_RANGE) {
    write(steps, word | SHORT.whole);
    write(steps, delayMs % DELAY_RANGE);
    write(steps, attempt | (note << 16) | (Math.floor(delayMs / DELAY_RANGE) << 24));
  } else if (delayMs <= 1) {
    write(steps, word | delayMs);
  } else {
    write(steps, word | SHORT.delay);
    write(steps, delayMs);
  }
}

/** Shows every step up to and at `untilMs`, in the order they were taken. */
export function forEachStep(
  steps: StepColumns,
  untilMs: number,
  visit: (row: number, substate: number, attempt: number, note: number, atMs: number) => void,
): void {
  let atMs = steps.firstMs;
  for (let at = 0; at < steps.words; at += 1) {
    const word = wordAt(steps, at);
    const short = word & SHORT_MASK;
    let attempt = 1;
    let note: number = NOTE.none;
    if (short <= SHORT.nextMs) {
      atMs += short;
    } else {
      at += 1;
      atMs += wordAt(steps, at);
    }
    if (short === SHORT.whole) {
      at += 1;
      const rest = wordAt(steps, at);
      attempt = rest & 0xffff;
      note = (rest >>> 16) & 0xff;
      atMs += (rest >>> 24) * DELAY_RANGE;
    }
    if (atMs > untilMs) return;
    visit(word >>> ROW_SHIFT, (word >>> SUBSTATE_SHIFT) & SUBSTATE_MASK, attempt, note, atMs);
  }
}

/** The steps of one target. Looks through all of them: only one target is ever asked for. */
export function stepsOfRow(steps: StepColumns, row: number): readonly Step[] {
  const taken: Step[] = [];
  forEachStep(steps, Infinity, (of, substate, attempt, note, atMs) => {
    if (of === row) taken.push({ row, substate, attempt, note, atMs });
  });
  return taken;
}

function wordAt({ segments }: StepColumns, at: number): number {
  return segments[at >> SEGMENT_BITS]?.[at & (SEGMENT - 1)] ?? 0;
}

function write(steps: StepColumns, word: number): void {
  const at = steps.words;
  steps.words += 1;
  const segment = segmentFor(steps.segments, at);
  segment[at & (SEGMENT - 1)] = word;
}

/** The first segment doubles until it is whole; after that nothing is copied any more. */
function segmentFor(segments: Uint32Array[], at: number): Uint32Array {
  const number = at >> SEGMENT_BITS;
  const segment = segments[number];
  if (segment !== undefined && (at & (SEGMENT - 1)) < segment.length) return segment;
  const grown = new Uint32Array(segment === undefined ? SEGMENT : segment.length * 2);
  if (segment !== undefined) grown.set(segment);
  segments[number] = grown;
  return grown;
}
