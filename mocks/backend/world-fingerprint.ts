import type { World } from "#mocks/engine/world.ts";
import { addColumn, addNumber, addText, addWords, hexOf, newWordSum, type WordSum } from "./word-sum.ts";

/** Remembered only to answer sooner, and filled by whoever happens to ask: no part of what a world is. */
const MEMORIES: ReadonlySet<string> = new Set(["orders", "fits"]);

/**
 * Everything that a world is, as 32 hex digits: two worlds with the same ones answer every question alike and go on
 * alike. Fields and entries are read in an order of their own, so that the order in which they came does not matter;
 * that one thing stands in two places does.
 * @throws for a part that a checkpoint could not keep as it is, with the way to it.
 */
export function worldFingerprint(world: World): string {
  const sum = newWordSum();
  addPart({ sum, met: new Map() }, world, "world");
  return hexOf(sum);
}

/** What was read so far: the sum, and the things that were met, by the number they got. */
type Reading = { readonly sum: WordSum; readonly met: Map<object, number> };

/** Numbers that tell kinds of parts apart. */
const KIND = {
  none: 1,
  flag: 2,
  number: 3,
  big: 4,
  text: 5,
  met: 6,
  column: 7,
  list: 8,
  entries: 9,
  record: 10,
} as const;

function addPart(reading: Reading, part: unknown, where: string): void {
  const { sum } = reading;
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
      return part === null ? addWords(sum, [KIND.none, 1]) : addThing(reading, part, where);
    default:
      throw new Error(`${where} is a ${typeof part}: no checkpoint could keep it.`);
  }
}

function addThing(reading: Reading, part: object, where: string): void {
  const { sum, met } = reading;
  const before = met.get(part);
  if (before !== undefined) return addWords(sum, [KIND.met, before]);
  met.set(part, met.size);
  if (isColumn(part)) {
    addWords(sum, [KIND.column, part.BYTES_PER_ELEMENT, part.length]);
    return addColumn(sum, part);
  }
  if (Array.isArray(part)) return addList(reading, part, where);
  if (part instanceof Map || part instanceof Set) return addEntries(reading, part, where);
  if (Object.getPrototypeOf(part) === Object.prototype) return addRecord(reading, part, where);
  throw new Error(`${where} is a ${part.constructor.name}: no checkpoint could keep it as it is.`);
}

function addList(reading: Reading, list: readonly unknown[], where: string): void {
  addWords(reading.sum, [KIND.list, list.length]);
  list.forEach((item, at) => addPart(reading, item, `${where}[${at}]`));
}

function addEntries(reading: Reading, entries: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>, where: string) {
  addWords(reading.sum, [KIND.entries, entries.size]);
  const named = [...entries.entries()].map(([key, value]) => ({ name: nameOf(reading, key), key, value }));
  for (const { name, key, value } of named.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    addPart(reading, key, `${where} (its keys)`);
    addPart(reading, value, `${where}.get(${name})`);
  }
}

/** A thing that is a key is named by the number it got, at the latest here. */
function nameOf(reading: Reading, key: unknown): string {
  if (typeof key !== "object" || key === null) return `${typeof key} ${String(key)}`;
  if (!reading.met.has(key)) addPart(reading, key, "a key");
  return `thing ${String(reading.met.get(key)).padStart(12, "0")}`;
}

function addRecord(reading: Reading, record: object, where: string): void {
  const fields: readonly (readonly [string, unknown])[] = Object.entries(record);
  const kept = fields.filter(([name, value]) => value !== undefined && !MEMORIES.has(name));
  addWords(reading.sum, [KIND.record, kept.length]);
  for (const [name, value] of kept.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    addText(reading.sum, name);
    addPart(reading, value, `${where}.${name}`);
  }
}

type Column = ArrayBufferView & { readonly BYTES_PER_ELEMENT: number; readonly length: number };

function isColumn(part: object): part is Column {
  return ArrayBuffer.isView(part) && "BYTES_PER_ELEMENT" in part && "length" in part;
}
