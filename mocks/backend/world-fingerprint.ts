import type { World } from "#mocks/engine/world.ts";
import { addColumn, addNumber, addText, addWords, hexOf, newWordSum, type WordSum } from "./word-sum.ts";

/** Remembered only to answer sooner, and filled by whoever happens to ask: no part of what a world is. */
const MEMORIES: ReadonlySet<string> = new Set(["orders", "fits"]);

/**
 * Everything that a world is, as 32 hex digits: two worlds with the same ones answer every question alike and go on
 * alike. Fields and entries are read in an order of their own, so that the order in which they came does not matter,
 * nor does whether two equal things are one.
 * @throws for a part that a checkpoint could not keep as it is, with the way to it.
 */
export function worldFingerprint(world: World): string {
  return hexOf(sumOf(new Map(), world, "world"));
}

/** The sums of things that were read; absent while a thing is being read. */
type Read = Map<object, WordSum | undefined>;

/** Numbers that tell kinds of parts apart. */
const KIND = {
  none: 1,
  flag: 2,
  number: 3,
  big: 4,
  text: 5,
  inside: 6,
  column: 7,
  list: 8,
  entries: 9,
  record: 10,
} as const;

function addPart(read: Read, sum: WordSum, part: unknown, where: string): void {
  switch (typeof part) {
    case "undefined":
      return addWords(sum, [KIND.none, 0]);
    case "boolean":
      return addWords(sum, [KIND.flag, Number(part)]);
    case "number":
      addWords(sum, [KIND.number]);
      return addNumber(sum, part);
    case "bigint":
      addWords(sum, [KIND.big]);
      return addText(sum, part.toString(36));
    case "string":
      addWords(sum, [KIND.text]);
      return addText(sum, part);
    case "object":
      return addWords(sum, part === null ? [KIND.none, 1] : sumOf(read, part, where));
    default:
      throw new Error(`${where} is a ${typeof part}: no checkpoint could keep it.`);
  }
}

function sumOf(read: Read, thing: object, where: string): WordSum {
  const before = read.get(thing);
  if (before !== undefined) return before;
  const sum = newWordSum();
  // A thing that stands in itself is only said to be there.
  if (read.has(thing)) addWords(sum, [KIND.inside]);
  else addThing(read.set(thing, undefined), sum, thing, where);
  read.set(thing, sum);
  return sum;
}

function addThing(read: Read, sum: WordSum, thing: object, where: string): void {
  if (isColumn(thing)) {
    addWords(sum, [KIND.column, thing.BYTES_PER_ELEMENT, thing.length]);
    addColumn(sum, thing);
  } else if (Array.isArray(thing)) addList(read, sum, thing, where);
  else if (thing instanceof Map || thing instanceof Set) addEntries(read, sum, thing, where);
  else if (Object.getPrototypeOf(thing) === Object.prototype) addRecord(read, sum, thing, where);
  else throw new Error(`${where} is a ${thing.constructor.name}: no checkpoint could keep it as it is.`);
}

function addList(read: Read, sum: WordSum, list: readonly unknown[], where: string): void {
  addWords(sum, [KIND.list, list.length]);
  list.forEach((item, at) => addPart(read, sum, item, `${where}[${at}]`));
}

function addEntries(
  read: Read,
  sum: WordSum,
  entries: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>,
  where: string,
): void {
  addWords(sum, [KIND.entries, entries.size]);
  const named = [...entries.entries()].map(([key, value]) => ({ name: nameOf(read, key, where), value }));
  for (const { name, value } of named.toSorted(byName)) {
    addText(sum, name);
    addPart(read, sum, value, `${where}.get(${name})`);
  }
}

function nameOf(read: Read, key: unknown, where: string): string {
  if (typeof key !== "object" || key === null) return `${typeof key} ${String(key)}`;
  return hexOf(sumOf(read, key, `${where} (a key)`));
}

function addRecord(read: Read, sum: WordSum, record: object, where: string): void {
  const fields = Object.entries(record).map(([name, value]: [string, unknown]) => ({ name, value }));
  const kept = fields.filter(({ name, value }) => value !== undefined && !MEMORIES.has(name));
  addWords(sum, [KIND.record, kept.length]);
  for (const { name, value } of kept.toSorted(byName)) {
    addText(sum, name);
    addPart(read, sum, value, `${where}.${name}`);
  }
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

type Column = ArrayBufferView & { readonly BYTES_PER_ELEMENT: number; readonly length: number };

function isColumn(part: object): part is Column {
  return ArrayBuffer.isView(part) && "BYTES_PER_ELEMENT" in part && "length" in part;
}
