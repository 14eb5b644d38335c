import {
  appendEntry,
  copyEntries,
  hasMuchSpareRoom,
  isEmptyList,
  newEntryLists,
  reserveLists,
  takeEntry,
  withoutSpareRoom,
  type EntryLists,
} from "./entry-lists.ts";

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
  inSlot: number;
  inWindow: number;
  /** A list for each ms, then one for each slot, then those of later windows. */
  lists: EntryLists;
  /** The list of each later window, by the window's number: how many such spans of time lie before it. */
  readonly windows: Map<number, number>;
  /** The window that was planned into last and its list: most plans are for the same one. */
  lastWindow: number;
  lastList: number;
  /** Lists of windows that were opened, to be used again. */
  readonly spareLists: number[];
  /** Entries whose numbers do not fit into two words, by the number that stands for them there. */
  readonly wide: Map<number, Planned>;
  widened: number;
  /** What was taken last. */
  readonly taken: Planned;
};

const SLOT_BITS = 10;
const SLOT_MS = 2 ** SLOT_BITS;
const SLOTS = 1024;
const WINDOW_BITS = 20;
const WINDOW_MS = SLOT_MS * SLOTS;
const FIRST_SLOT = SLOT_MS;
const FIRST_WINDOW = SLOT_MS + SLOTS;

/**
 * An entry in two words: in the first the offset in its window (20 bits), its kind (3) and the upper 9 bits of a mark, in
 * the second the lower 7 of that and a number (25). Of a `due` the number is the row and the mark the rollout, of all
 * others the number is the subject and the mark the detail.
 */
const KIND_MASK = 0x7;
const MARK_SHIFT = 23;
const MARK_LOW_BITS = 7;
const NUMBER_BITS = 25;
const MOST_NUMBER = 2 ** NUMBER_BITS - 1;
const MOST_MARK = 0xffff;
/** The kind of an entry that stands among the wide ones. */
const WIDE = KIND_MASK;

/** Nothing to come. */
export function newSchedule(): Schedule {
  return {
    size: 0,
    atMs: 0,
    windowMs: 0,
    slotMs: 0,
    inSlot: 0,
    inWindow: 0,
    lists: newEntryLists(FIRST_WINDOW + 16),
    windows: new Map(),
    lastWindow: -1,
    lastList: 0,
    spareLists: [],
    wide: new Map(),
    widened: 0,
    taken: { kind: 0, subject: 0, detail: 0 },
  };
}

/**
 * Plans something for `atMs`, rounded up to a whole ms; what never comes (Infinity) is not kept. Of a `step` or `blocks`
 * the subject is a device and the detail its generation, of a `due` a rollout and its row; all others have no detail.
 */
export function plan(schedule: Schedule, atMs: number, kind: number, subject: number, detail: number): void {
  if (atMs === Infinity) return;
  const planMs = Math.max(Math.ceil(atMs), schedule.atMs);
  const number = kind === EVENT.due ? detail : subject;
  const mark = kind === EVENT.due ? subject : detail;
  schedule.size += 1;
  if (number <= MOST_NUMBER && mark <= MOST_MARK) return enter(schedule, planMs, kind, number, mark);
  // So many rollouts or devices are rare enough to be looked up.
  schedule.widened = (schedule.widened + 1) % MOST_NUMBER;
  schedule.wide.set(schedule.widened, { kind, subject, detail });
  enter(schedule, planMs, WIDE, schedule.widened, 0);
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
  const { lists, taken, wide } = schedule;
  takeEntry(lists, schedule.atMs - schedule.slotMs);
  schedule.size -= 1;
  schedule.inSlot -= 1;
  read(schedule, lists.first, lists.second, taken);
  if (((lists.first >> WINDOW_BITS) & KIND_MASK) === WIDE) wide.delete(lists.second & MOST_NUMBER);
  return taken;
}

/** Entries that come at one instant, to be looked at before they are taken. */
export type Upcoming = { readonly words: Int32Array; readonly entries: readonly Planned[] };

/** Room for at most so many. */
export function newUpcoming(most: number): Upcoming {
  return {
    words: new Int32Array(2 * most),
    entries: Array.from({ length: most }, () => ({ kind: 0, subject: 0, detail: 0 })),
  };
}

/** Shows the first entries of the instant that `nextUpTo` found, as many as there is room for; how many these are. */
export function lookAtNext(schedule: Schedule, { words, entries }: Upcoming): number {
  const count = copyEntries(schedule.lists, schedule.atMs - schedule.slotMs, words);
  for (let at = 0; at < count; at += 1) {
    const entry = entries[at];
    if (entry !== undefined) read(schedule, words[2 * at] ?? 0, words[2 * at + 1] ?? 0, entry);
  }
  return count;
}

/** What an entry's two words say. */
function read({ wide }: Schedule, first: number, second: number, into: Planned): void {
  const kind = (first >> WINDOW_BITS) & KIND_MASK;
  const number = second & MOST_NUMBER;
  if (kind === WIDE) {
    Object.assign(into, wide.get(number));
    return;
  }
  const mark = ((first >>> MARK_SHIFT) << MARK_LOW_BITS) | (second >>> NUMBER_BITS);
  into.kind = kind;
  into.subject = kind === EVENT.due ? mark : number;
  into.detail = kind === EVENT.due ? number : mark;
}

function enter(schedule: Schedule, planMs: number, kind: number, number: number, mark: number): void {
  const isOpen = planMs - schedule.windowMs < WINDOW_MS;
  const window = isOpen ? 0 : Math.floor(planMs / WINDOW_MS);
  const offsetMs = planMs - (isOpen ? schedule.windowMs : window * WINDOW_MS);
  const first = offsetMs | (kind << WINDOW_BITS) | ((mark >> MARK_LOW_BITS) << MARK_SHIFT);
  const second = number | (mark << NUMBER_BITS);
  if (!isOpen) appendToWindow(schedule, window, first, second);
  else if (planMs - schedule.slotMs < SLOT_MS) appendToMs(schedule, planMs - schedule.slotMs, first, second);
  else appendToSlot(schedule, offsetMs >> SLOT_BITS, first, second);
}

function nextInSlot(schedule: Schedule, toMs: number): number {
  const { lists, slotMs } = schedule;
  let ms = Math.max(0, schedule.atMs - slotMs);
  while (isEmptyList(lists, ms)) ms += 1;
  if (slotMs + ms > toMs) {
    schedule.atMs = Math.max(schedule.atMs, toMs);
    return Infinity;
  }
  schedule.atMs = slotMs + ms;
  return schedule.atMs;
}

/** Hands the next slot's entries down to their ms; not when it begins after `toMs`, for something may yet come before it. */
function openSlot(schedule: Schedule, toMs: number): boolean {
  const { lists, windowMs } = schedule;
  let slot = Math.max(0, (schedule.slotMs - windowMs) >> SLOT_BITS);
  while (isEmptyList(lists, FIRST_SLOT + slot)) slot += 1;
  const slotMs = windowMs + slot * SLOT_MS;
  if (slotMs > toMs) return false;
  schedule.slotMs = slotMs;
  while (!isEmptyList(lists, FIRST_SLOT + slot)) {
    takeEntry(lists, FIRST_SLOT + slot);
    schedule.inWindow -= 1;
    appendToMs(schedule, lists.first & (SLOT_MS - 1), lists.first, lists.second);
  }
  if (hasMuchSpareRoom(lists, schedule.size)) schedule.lists = withoutSpareRoom(lists);
  return true;
}

function openWindow(schedule: Schedule, toMs: number): boolean {
  const { lists, windows } = schedule;
  let window = Infinity;
  for (const number of windows.keys()) window = Math.min(window, number);
  const list = windows.get(window);
  const windowMs = window * WINDOW_MS;
  if (list === undefined || windowMs > toMs) return false;
  windows.delete(window);
  schedule.lastWindow = -1;
  schedule.spareLists.push(list);
  schedule.windowMs = windowMs;
  // No slot is open yet: what is planned meanwhile must not get ahead of what stands in the lists below.
  schedule.slotMs = windowMs - SLOT_MS;
  while (!isEmptyList(lists, list)) {
    takeEntry(lists, list);
    appendToSlot(schedule, (lists.first & (WINDOW_MS - 1)) >> SLOT_BITS, lists.first, lists.second);
  }
  return true;
}

function appendToMs(schedule: Schedule, ms: number, first: number, second: number): void {
  appendEntry(schedule.lists, ms, first, second);
  schedule.inSlot += 1;
}

function appendToSlot(schedule: Schedule, slot: number, first: number, second: number): void {
  appendEntry(schedule.lists, FIRST_SLOT + slot, first, second);
  schedule.inWindow += 1;
}

function appendToWindow(schedule: Schedule, window: number, first: number, second: number): void {
  if (window !== schedule.lastWindow) {
    schedule.lastList = listOfWindow(schedule, window);
    schedule.lastWindow = window;
  }
  appendEntry(schedule.lists, schedule.lastList, first, second);
}

function listOfWindow({ lists, spareLists, windows }: Schedule, window: number): number {
  const known = windows.get(window);
  if (known !== undefined) return known;
  const list = spareLists.pop() ?? FIRST_WINDOW + windows.size;
  if (list >= lists.heads.length) reserveLists(lists, lists.heads.length * 2);
  windows.set(window, list);
  return list;
}
