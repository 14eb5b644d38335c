import { grownUint32 } from "./columns.ts";

/** What is known of the time of a target: `planned` is when an event for it comes that the clock alone brings about. */
export const INSTANT = { since: 0, started: 1, contact: 2, report: 3, planned: 4 } as const;
type Which = (typeof INSTANT)[keyof typeof INSTANT];

/**
 * The instants of a rollout's targets, to the ms: of each target a word for each of INSTANT, so that one look at memory
 * tells all of them. A word counts ms from the first instant that was ever kept, plus 1; 0 is none.
 */
export type TargetInstants = {
  baseMs: number;
  words: Uint32Array;
  /** Those more than 49 days after the first, by the place of their word. */
  readonly beyond: Map<number, number>;
  /** When the backoff of a row is over; few ever have one. */
  readonly until: Map<number, number>;
  /** From which row on targets were made when; they come in the order of time. */
  readonly created: { readonly firstRow: number; readonly atMs: number }[];
};

/** Words of a target. */
export const INSTANT_WORDS = 5;
const BEYOND = 2 ** 32 - 1;

/** Of nobody. What is counted from may be given; else it is the first instant that is kept. */
export function newTargetInstants(baseMs = 0): TargetInstants {
  return { baseMs, words: new Uint32Array(0), beyond: new Map(), until: new Map(), created: [] };
}

/** Makes room for so many targets. */
export function reserveInstants(instants: TargetInstants, targets: number): void {
  instants.words = grownUint32(instants.words, targets * INSTANT_WORDS);
}

/** One instant of a target, world ms; 0: none. */
export function instantAt({ baseMs, beyond, words }: TargetInstants, row: number, which: Which): number {
  const at = row * INSTANT_WORDS + which;
  const word = words[at] ?? 0;
  if (word === 0) return 0;
  return word === BEYOND ? (beyond.get(at) ?? 0) : baseMs + (word - 1);
}

/** A target begins at `atMs`: nothing has happened to it before, and nothing is planned. */
export function setFirstInstants(instants: TargetInstants, row: number, atMs: number): void {
  setCreatedMs(instants, row, atMs);
  setInstant(instants, row, INSTANT.since, atMs);
  copyInstant(instants, row, INSTANT.since, INSTANT.started);
  copyInstant(instants, row, INSTANT.since, INSTANT.contact);
}

/** So many targets begin at `atMs`, the first of their rollout: what is counted from is that instant itself. */
export function setInstantsOfFirst(instants: TargetInstants, count: number, atMs: number): void {
  if (count === 0) return;
  setFirstInstants(instants, 0, atMs);
  const { words } = instants;
  for (let done = 1; done < count; done *= 2) {
    words.copyWithin(done * INSTANT_WORDS, 0, Math.min(done, count - done) * INSTANT_WORDS);
  }
}

/** The same instant once more, in another place of the same target. */
function copyInstant(instants: TargetInstants, row: number, from: Which, to: Which): void {
  const word = instants.words[row * INSTANT_WORDS + from] ?? 0;
  if (word === BEYOND) setInstant(instants, row, to, instantAt(instants, row, from));
  else instants.words[row * INSTANT_WORDS + to] = word;
}

/** When a device became a target, world ms. */
export function createdMsOf({ created }: TargetInstants, row: number): number {
  let [low, high] = [0, created.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((created[middle]?.firstRow ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return created[low - 1]?.atMs ?? 0;
}

/** Says when the device of a row became a target; rows come one after the other. */
export function setCreatedMs({ created }: TargetInstants, row: number, atMs: number): void {
  if (created.at(-1)?.atMs !== atMs) created.push({ firstRow: row, atMs });
}

/** When the backoff of a target is over, world ms; absent: it has none. */
export function untilMsOf({ until }: TargetInstants, row: number): number | undefined {
  return until.get(row);
}

/** Says when the backoff of a target is over, world ms; absent: it has none. */
export function setUntilMs({ until }: TargetInstants, row: number, untilMs: number | undefined): void {
  if (untilMs !== undefined) until.set(row, untilMs);
  else if (until.size > 0) until.delete(row);
}

/** Keeps one instant of a target, world ms; 0: none. */
export function setInstant(instants: TargetInstants, row: number, which: Which, atMs: number): void {
  const { beyond, words } = instants;
  const at = row * INSTANT_WORDS + which;
  if (instants.baseMs === 0) instants.baseMs = atMs;
  const word = atMs === 0 ? 0 : atMs - instants.baseMs + 1;
  if (words[at] === BEYOND) beyond.delete(at);
  if (atMs === 0 || (word > 0 && word < BEYOND && Number.isInteger(word))) {
    words[at] = word;
    return;
  }
  words[at] = BEYOND;
  beyond.set(at, atMs);
}
