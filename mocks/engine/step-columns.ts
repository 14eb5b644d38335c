/** Why a step was taken, where its substate alone does not say it. The text is for people. */
export const STEP_NOTES = [
  undefined,
  "Reported after the target had ended.",
  "The device tried again by itself.",
  "The device runs another version again.",
  "The device came back.",
  "No contact for longer than the stall timeout.",
  "Downloads were stopped.",
  "The device was heard of again.",
] as const;

/** Indices of STEP_NOTES. */
export const NOTE = {
  none: 0,
  late: 1,
  ownRetry: 2,
  drift: 3,
  cameBack: 4,
  stuck: 5,
  downloadsStopped: 6,
  heardAgain: 7,
} as const;

/**
 * One step: the target in `row` came to a substate (its code) in an attempt, 0 before the first. The reason code explains
 * the substate, where one does.
 */
export type Step = {
  readonly row: number;
  readonly substate: number;
  readonly attempt: number;
  readonly reason: number | undefined;
  readonly note: number;
  readonly atMs: number;
};

/**
 * Every step of every target of one rollout, in the order they were taken; none is ever forgotten. Read with
 * `forEachStep` and `stepsFrom`. A step is one 32-bit word when it is of a first attempt, has neither note nor reason and
 * came at most 1 ms after the one before, as nearly all do while a million devices move; else up to three more follow.
 */
export type StepColumns = {
  count: number;
  /** When the first and the last step were taken. */
  firstMs: number;
  lastMs: number;
  words: number;
  readonly segments: Uint32Array[];
  /** Where every `MARKED_EVERY`-th step begins, and when the one before it was taken: nobody reads all to find one. */
  readonly marks: { readonly word: number; readonly lastMs: number }[];
};

/** How the word of a step goes on: nothing follows and it came 0 or 1 ms later, or its delay follows, or all. */
const SHORT = { sameMs: 0, nextMs: 1, delay: 2, whole: 3 } as const;
const ROW_SHIFT = 7;
const SUBSTATE_SHIFT = 2;
const SUBSTATE_MASK = 0x1f;
const SHORT_MASK = 0x3;
const DELAY_RANGE = 2 ** 32;
/** In the third word: attempt, note, whether a fourth follows with the reason, and what the delay has above 2^32. */
const NOTE_SHIFT = 16;
const NOTE_MASK = 0x7f;
const HAS_REASON = 1 << 23;
const DELAY_SHIFT = 24;

const MARKED_EVERY = 4_096;

const SEGMENT_BITS = 16;
const SEGMENT = 2 ** SEGMENT_BITS;
const FIRST = 16;

/** No steps. */
export function newStepColumns(): StepColumns {
  return { count: 0, firstMs: 0, lastMs: 0, words: 0, segments: [new Uint32Array(FIRST)], marks: [] };
}

/** Writes down that the target in `row` (below 2^25) came to a substate, not before the step that was kept last. */
export function keepStep(
  steps: StepColumns,
  row: number,
  substate: number,
  attempt: number,
  reason: number | undefined,
  note: number,
  atMs: number,
): void {
  if (steps.count === 0) {
    steps.firstMs = atMs;
    steps.lastMs = atMs;
  }
  if (steps.count % MARKED_EVERY === 0) steps.marks.push({ word: steps.words, lastMs: steps.lastMs });
  const delayMs = atMs - steps.lastMs;
  steps.count += 1;
  steps.lastMs = atMs;
  const word = (row << ROW_SHIFT) | (substate << SUBSTATE_SHIFT);
  if (attempt !== 1 || note !== NOTE.none || reason !== undefined || delayMs >= DELAY_RANGE) {
    const more = reason === undefined ? 0 : HAS_REASON;
    write(steps, word | SHORT.whole);
    write(steps, delayMs % DELAY_RANGE);
    write(steps, attempt | (note << NOTE_SHIFT) | more | (Math.floor(delayMs / DELAY_RANGE) << DELAY_SHIFT));
    if (reason !== undefined) write(steps, reason);
  } else if (delayMs <= 1) {
    write(steps, word | delayMs);
  } else {
    write(steps, word | SHORT.delay);
    write(steps, delayMs);
  }
}

/** Shows every step up to and at `untilMs`, in the order they were taken. The step that is shown is of that moment only. */
export function forEachStep(steps: StepColumns, untilMs: number, visit: (step: Step) => void): void {
  const reader = readerAt(steps, 0);
  for (let at = 0; at < steps.count; at += 1) {
    readNext(steps, reader);
    if (reader.atMs > untilMs) return;
    visit(reader);
  }
}

/** At most `count` steps from the one with number `from` on, counted from 0, in the order they were taken. */
export function stepsFrom(steps: StepColumns, from: number, count: number): readonly Step[] {
  const marked = Math.floor(from / MARKED_EVERY);
  const reader = readerAt(steps, marked);
  const taken: Step[] = [];
  for (let at = marked * MARKED_EVERY; at < Math.min(from + count, steps.count); at += 1) {
    readNext(steps, reader);
    if (at >= from) taken.push(stepIn(reader));
  }
  return taken;
}

/** The steps of one target. Looks through all of them: only one target is ever asked for. */
export function stepsOfRow(steps: StepColumns, row: number): readonly Step[] {
  const taken: Step[] = [];
  const reader = readerAt(steps, 0);
  for (let at = 0; at < steps.count; at += 1) {
    readNext(steps, reader);
    if (reader.row === row) taken.push(stepIn(reader));
  }
  return taken;
}

/** The step that was read last, and where the next one begins. */
type Reader = { -readonly [Key in keyof Step]: Step[Key] } & { word: number };

function readerAt(steps: StepColumns, marked: number): Reader {
  const { word, lastMs } = steps.marks[marked] ?? { word: steps.words, lastMs: steps.lastMs };
  return { word, row: 0, substate: 0, attempt: 0, reason: undefined, note: NOTE.none, atMs: lastMs };
}

function stepIn({ row, substate, attempt, reason, note, atMs }: Reader): Step {
  return { row, substate, attempt, reason, note, atMs };
}

function readNext(steps: StepColumns, reader: Reader): void {
  const word = wordAt(steps, reader.word);
  const short = word & SHORT_MASK;
  reader.word += 1;
  reader.row = word >>> ROW_SHIFT;
  reader.substate = (word >>> SUBSTATE_SHIFT) & SUBSTATE_MASK;
  reader.attempt = 1;
  reader.reason = undefined;
  reader.note = NOTE.none;
  if (short <= SHORT.nextMs) {
    reader.atMs += short;
    return;
  }
  reader.atMs += wordAt(steps, reader.word);
  reader.word += 1;
  if (short !== SHORT.whole) return;
  const rest = wordAt(steps, reader.word);
  reader.word += 1;
  reader.attempt = rest & 0xffff;
  reader.note = (rest >>> NOTE_SHIFT) & NOTE_MASK;
  reader.atMs += (rest >>> DELAY_SHIFT) * DELAY_RANGE;
  if ((rest & HAS_REASON) === 0) return;
  reader.reason = wordAt(steps, reader.word);
  reader.word += 1;
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
