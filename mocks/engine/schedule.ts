/**
 * What happens by itself: a simulated device asks, takes its next step or fetches on; a target's time is up; a rollout is
 * looked at because a time of its plan has come; a cohort thaws; a device changes its cohort.
 */
export const EVENT = { ask: 0, step: 1, due: 2, blocks: 3, look: 4, thaw: 5, move: 6 } as const;

/** What comes next, as it was planned. */
export type Planned = { kind: number; subject: number; detail: number };

/**
 * Entries to come, by instant, then by the order in which they were planned. Three wheels: a list for each ms of the open
 * slot (1,024 ms), for each slot of the open window (1,024 slots), and for each later window. A list keeps the order it
 * was filled in, and is handed down whole when its turn comes: so nothing is ever compared or sorted, and an entry costs
 * the same whether ten or two million are to come.
 */
export type Schedule = {
  size: number;
  /** Nothing is to come before this; what is planned for earlier comes now. */
  atMs: number;
  windowMs: number;
  slotMs: number;
  /** First and last entry of each list; 0: none. */
  readonly msHeads: Int32Array;
  readonly msTails: Int32Array;
  readonly slotHeads: Int32Array;
  readonly slotTails: Int32Array;
  readonly windows: Map<number, { head: number; tail: number }>;
  inSlot: number;
  inWindow: number;
  /** Entries by number, in segments: `OFFSET_AND_KIND`, `SUBJECT`, `DETAIL` and `NEXT` of each. */
  readonly segments: Int32Array[];
  entries: number;
  /** Entries that were taken, to be used again; 0: none. */
  free: number;
  /** What was taken last. */
  readonly taken: Planned;
};

const SLOT_BITS = 10;
const SLOT_MS = 2 ** SLOT_BITS;
const SLOTS = 1024;
const WINDOW_BITS = 20;
const WINDOW_MS = SLOT_MS * SLOTS;

const WORDS = 4;
const OFFSET_AND_KIND = 0;
const SUBJECT = 1;
const DETAIL = 2;
const NEXT = 3;
const SEGMENT_BITS = 14;
const SEGMENT = 2 ** SEGMENT_BITS;
/** Small worlds begin with less than a segment. */
const FIRST = 64;

/** Nothing to come. */
export function newSchedule(): Schedule {
  return {
    size: 0,
    atMs: 0,
    windowMs: 0,
    slotMs: 0,
    msHeads: new Int32Array(SLOT_MS),
    msTails: new Int32Array(SLOT_MS),
    slotHeads: new Int32Array(SLOTS),
    slotTails: new Int32Array(SLOTS),
    windows: new Map(),
    inSlot: 0,
    inWindow: 0,
    segments: [new Int32Array(FIRST * WORDS)],
    entries: 1,
    free: 0,
    taken: { kind: 0, subject: 0, detail: 0 },
  };
}

/**
 * Plans something for `atMs`, rounded up to a whole ms; what never comes (Infinity) is not kept. Of a `step` or `blocks` the subject is
 * a device and the detail its generation, of an `ask` a device, of a `due` a rollout and its row.
 */
export function plan(schedule: Schedule, atMs: number, kind: number, subject: number, detail: number): void {
  if (atMs === Infinity) return;
  const planMs = Math.max(Math.ceil(atMs), schedule.atMs);
  const entry = newEntry(schedule);
  const words = wordsOf(schedule, entry);
  const first = wordAt(entry);
  const windowMs = planMs - schedule.windowMs < WINDOW_MS ? schedule.windowMs : windowOf(planMs);
  words[first + OFFSET_AND_KIND] = (planMs - windowMs) | (kind << WINDOW_BITS);
  words[first + SUBJECT] = subject;
  words[first + DETAIL] = detail;
  words[first + NEXT] = 0;
  schedule.size += 1;
  if (windowMs !== schedule.windowMs) appendToWindow(schedule, windowMs, entry);
  else if (planMs - schedule.slotMs < SLOT_MS) appendToMs(schedule, planMs - schedule.slotMs, entry);
  else appendToSlot(schedule, (planMs - windowMs) >> SLOT_BITS, entry);
}

/** When the next entry comes, if that is at or before `toMs`; else Infinity, and nothing comes before `toMs` any more. */
export function nextUpTo(schedule: Schedule, toMs: number): number {
  while (schedule.size > 0) {
    if (schedule.inSlot > 0) return nextInSlot(schedule, toMs);
    const opened = schedule.inWindow > 0 ? openSlot(schedule, toMs) : openWindow(schedule, toMs);
    if (!opened) break;
  }
  schedule.atMs = Math.max(schedule.atMs, toMs);
  return Infinity;
}

/** Takes off the entry that `nextUpTo` found; the answer is overwritten by the next one. */
export function takeNext(schedule: Schedule): Readonly<Planned> {
  const { msHeads, taken } = schedule;
  const ms = schedule.atMs - schedule.slotMs;
  const entry = msHeads[ms] ?? 0;
  const words = wordsOf(schedule, entry);
  const first = wordAt(entry);
  taken.kind = (words[first + OFFSET_AND_KIND] ?? 0) >> WINDOW_BITS;
  taken.subject = words[first + SUBJECT] ?? 0;
  taken.detail = words[first + DETAIL] ?? 0;
  msHeads[ms] = words[first + NEXT] ?? 0;
  words[first + NEXT] = schedule.free;
  schedule.free = entry;
  schedule.size -= 1;
  schedule.inSlot -= 1;
  return taken;
}

function nextInSlot(schedule: Schedule, toMs: number): number {
  const { msHeads, slotMs } = schedule;
  let ms = Math.max(0, schedule.atMs - slotMs);
  while (msHeads[ms] === 0) ms += 1;
  if (slotMs + ms > toMs) {
    schedule.atMs = Math.max(schedule.atMs, toMs);
    return Infinity;
  }
  schedule.atMs = slotMs + ms;
  return schedule.atMs;
}

/** Hands the next slot's entries down to their ms; not when it begins after `toMs`, for something may yet come before it. */
function openSlot(schedule: Schedule, toMs: number): boolean {
  const { slotHeads } = schedule;
  let slot = Math.max(0, (schedule.slotMs - schedule.windowMs) >> SLOT_BITS);
  while (slotHeads[slot] === 0) slot += 1;
  const slotMs = schedule.windowMs + slot * SLOT_MS;
  if (slotMs > toMs) return false;
  schedule.slotMs = slotMs;
  let entry = slotHeads[slot] ?? 0;
  slotHeads[slot] = 0;
  while (entry !== 0) {
    const words = wordsOf(schedule, entry);
    const first = wordAt(entry);
    const next = words[first + NEXT] ?? 0;
    words[first + NEXT] = 0;
    schedule.inWindow -= 1;
    appendToMs(schedule, (words[first + OFFSET_AND_KIND] ?? 0) & (SLOT_MS - 1), entry);
    entry = next;
  }
  return true;
}

function openWindow(schedule: Schedule, toMs: number): boolean {
  const { windows } = schedule;
  let windowMs = Infinity;
  for (const startMs of windows.keys()) windowMs = Math.min(windowMs, startMs);
  const window = windows.get(windowMs);
  if (window === undefined || windowMs > toMs) return false;
  windows.delete(windowMs);
  schedule.windowMs = windowMs;
  // No slot is open yet: what is planned meanwhile must not get ahead of what stands in the lists below.
  schedule.slotMs = windowMs - SLOT_MS;
  let entry = window.head;
  while (entry !== 0) {
    const words = wordsOf(schedule, entry);
    const first = wordAt(entry);
    const next = words[first + NEXT] ?? 0;
    words[first + NEXT] = 0;
    const offset = (words[first + OFFSET_AND_KIND] ?? 0) & (WINDOW_MS - 1);
    appendToSlot(schedule, offset >> SLOT_BITS, entry);
    entry = next;
  }
  return true;
}

function appendToMs(schedule: Schedule, ms: number, entry: number): void {
  append(schedule, schedule.msHeads, schedule.msTails, ms, entry);
  schedule.inSlot += 1;
}

function appendToSlot(schedule: Schedule, slot: number, entry: number): void {
  append(schedule, schedule.slotHeads, schedule.slotTails, slot, entry);
  schedule.inWindow += 1;
}

function append(schedule: Schedule, heads: Int32Array, tails: Int32Array, at: number, entry: number): void {
  if (heads[at] === 0) heads[at] = entry;
  else follow(schedule, tails[at] ?? 0, entry);
  tails[at] = entry;
}

function appendToWindow(schedule: Schedule, windowMs: number, entry: number): void {
  const window = schedule.windows.get(windowMs);
  if (window === undefined) {
    schedule.windows.set(windowMs, { head: entry, tail: entry });
    return;
  }
  follow(schedule, window.tail, entry);
  window.tail = entry;
}

function follow(schedule: Schedule, before: number, entry: number): void {
  wordsOf(schedule, before)[wordAt(before) + NEXT] = entry;
}

function newEntry(schedule: Schedule): number {
  const again = schedule.free;
  if (again !== 0) {
    schedule.free = wordsOf(schedule, again)[wordAt(again) + NEXT] ?? 0;
    return again;
  }
  const entry = schedule.entries;
  schedule.entries += 1;
  if (wordAt(entry) >= wordsOf(schedule, entry).length) grow(schedule);
  return entry;
}

/** The first segment doubles until it is whole; after that nothing is copied any more. */
function grow({ segments }: Schedule): void {
  const last = segments.length - 1;
  const words = segments[last] ?? NO_WORDS;
  if (words.length === SEGMENT * WORDS) {
    segments.push(new Int32Array(SEGMENT * WORDS));
    return;
  }
  const grown = new Int32Array(words.length * 2);
  grown.set(words);
  segments[last] = grown;
}

function wordsOf({ segments }: Schedule, entry: number): Int32Array {
  return segments[entry >> SEGMENT_BITS] ?? NO_WORDS;
}

function wordAt(entry: number): number {
  return (entry & (SEGMENT - 1)) * WORDS;
}

function windowOf(atMs: number): number {
  return Math.floor(atMs / WINDOW_MS) * WINDOW_MS;
}

const NO_WORDS = new Int32Array(0);
