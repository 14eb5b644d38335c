import { grownInt32, grownUint8 } from "./columns.ts";

/**
 * Many lists of entries of two words each, first in, first out. A list is a chain of chunks of 31 entries, so that going
 * through one goes through memory in order, and what was taken is used again by whichever list grows next.
 */
export type EntryLists = {
  /** Of each list: its first and its last chunk (0: it is empty), entries taken of the one, entries in the other. */
  heads: Int32Array;
  tails: Int32Array;
  taken: Uint8Array;
  filled: Uint8Array;
  /** Chunks by number: the next chunk, a word that is free, the entries. */
  readonly segments: Int32Array[];
  chunks: number;
  /** Chunks to be used again; 0: none. */
  free: number;
  /** The entry that was taken last. */
  first: number;
  second: number;
};

const CHUNK = 31;
const CHUNK_WORDS = 64;
const ENTRIES_AT = 2;
const SEGMENT_BITS = 10;
const SEGMENT = 2 ** SEGMENT_BITS;
/** Small worlds begin with less than a segment. */
const CHUNKS_AT_FIRST = 4;

/** So many lists, all empty. */
export function newEntryLists(lists: number): EntryLists {
  return {
    heads: new Int32Array(lists),
    tails: new Int32Array(lists),
    taken: new Uint8Array(lists),
    filled: new Uint8Array(lists),
    segments: [new Int32Array(CHUNKS_AT_FIRST * CHUNK_WORDS)],
    chunks: 1,
    free: 0,
    first: 0,
    second: 0,
  };
}

/** Makes room for so many lists in all; new ones are empty. */
export function reserveLists(lists: EntryLists, count: number): void {
  if (count <= lists.heads.length) return;
  lists.heads = grownInt32(lists.heads, count);
  lists.tails = grownInt32(lists.tails, count);
  lists.taken = grownUint8(lists.taken, count);
  lists.filled = grownUint8(lists.filled, count);
}

/** Whether a list has no entries. */
export function isEmptyList({ heads }: EntryLists, list: number): boolean {
  return heads[list] === 0;
}

/** Puts an entry behind all others of a list. */
export function appendEntry(lists: EntryLists, list: number, first: number, second: number): void {
  const { filled, tails } = lists;
  let tail = tails[list] ?? 0;
  let fill = filled[list] ?? 0;
  if (tail === 0 || fill === CHUNK) {
    tail = appendChunk(lists, list, tail);
    fill = 0;
  }
  const words = wordsOf(lists, tail);
  const at = wordAt(tail) + ENTRIES_AT + 2 * fill;
  words[at] = first;
  words[at + 1] = second;
  filled[list] = fill + 1;
}

/** Takes the first entry off a list that is not empty; it stands in `first` and `second` until the next one is taken. */
export function takeEntry(lists: EntryLists, list: number): void {
  const { filled, heads, taken, tails } = lists;
  const head = heads[list] ?? 0;
  const place = taken[list] ?? 0;
  const words = wordsOf(lists, head);
  const at = wordAt(head) + ENTRIES_AT + 2 * place;
  lists.first = words[at] ?? 0;
  lists.second = words[at + 1] ?? 0;
  const isLast = head === tails[list];
  if (place + 1 < (isLast ? (filled[list] ?? 0) : CHUNK)) {
    taken[list] = place + 1;
    return;
  }
  taken[list] = 0;
  heads[list] = isLast ? 0 : (words[wordAt(head)] ?? 0);
  if (isLast) tails[list] = 0;
  words[wordAt(head)] = lists.free;
  lists.free = head;
}

/** Copies the first entries of a list, two words each and as many as there is room for; the answer is how many. */
export function copyEntries(lists: EntryLists, list: number, into: Int32Array): number {
  const { filled, heads, taken, tails } = lists;
  const room = into.length >> 1;
  let copied = 0;
  let place = taken[list] ?? 0;
  for (let chunk = heads[list] ?? 0; chunk !== 0 && copied < room; place = 0) {
    const words = wordsOf(lists, chunk);
    const isLast = chunk === tails[list];
    const end = Math.min(isLast ? (filled[list] ?? 0) : CHUNK, place + room - copied);
    const first = wordAt(chunk) + ENTRIES_AT;
    for (; place < end; place += 1) {
      into[2 * copied] = words[first + 2 * place] ?? 0;
      into[2 * copied + 1] = words[first + 2 * place + 1] ?? 0;
      copied += 1;
    }
    chunk = isLast ? 0 : (words[wordAt(chunk)] ?? 0);
  }
  return copied;
}

/** Whether far more room is held than so many entries take, as when most of a million have been taken. */
export function hasMuchSpareRoom({ chunks, heads }: EntryLists, entries: number): boolean {
  return chunks > 2 * (entries / CHUNK + heads.length) + SEGMENT;
}

/** The same lists with room for what stands in them; those that are given are empty afterwards. */
export function withoutSpareRoom(lists: EntryLists): EntryLists {
  const fitting = newEntryLists(lists.heads.length);
  for (let list = 0; list < lists.heads.length; list += 1) {
    while (!isEmptyList(lists, list)) {
      takeEntry(lists, list);
      appendEntry(fitting, list, lists.first, lists.second);
    }
  }
  return fitting;
}

function appendChunk(lists: EntryLists, list: number, tail: number): number {
  const chunk = newChunk(lists);
  if (tail === 0) lists.heads[list] = chunk;
  else wordsOf(lists, tail)[wordAt(tail)] = chunk;
  lists.tails[list] = chunk;
  return chunk;
}

function newChunk(lists: EntryLists): number {
  const again = lists.free;
  if (again !== 0) {
    lists.free = wordsOf(lists, again)[wordAt(again)] ?? 0;
    return again;
  }
  const chunk = lists.chunks;
  lists.chunks += 1;
  if (wordAt(chunk) >= wordsOf(lists, chunk).length) grow(lists.segments);
  return chunk;
}

/** The first segment doubles until it is whole; after that nothing is copied any more. */
function grow(segments: Int32Array[]): void {
  const last = segments.length - 1;
  const words = segments[last] ?? NO_WORDS;
  if (words.length === SEGMENT * CHUNK_WORDS) {
    segments.push(new Int32Array(SEGMENT * CHUNK_WORDS));
    return;
  }
  const grown = new Int32Array(words.length * 2);
  grown.set(words);
  segments[last] = grown;
}

function wordsOf({ segments }: EntryLists, chunk: number): Int32Array {
  return segments[chunk >> SEGMENT_BITS] ?? NO_WORDS;
}

function wordAt(chunk: number): number {
  return (chunk & (SEGMENT - 1)) * CHUNK_WORDS;
}

const NO_WORDS = new Int32Array(0);
