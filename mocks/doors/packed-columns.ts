/** Columns smaller than this stay where they are. */
const LARGE_BYTES = 128 * 1024;

/** A copy of plain data without its large columns, and those, to be laid one behind the other. */
export type Packed = { readonly bare: unknown; readonly columns: readonly Uint8Array<ArrayBuffer>[] };

/** Kinds of columns, by the number that names them in what is kept. */
const KINDS = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float64Array] as const;

/** Stands for a large column where it was: which kind of array, and where its bytes lie among those of all. */
type Place = { readonly packedColumn: number; readonly from: number; readonly bytes: number };

/**
 * Copies plain data: records, lists, Maps and Sets, and columns in all but the last; what stands in several places is
 * copied once. What changes afterwards is not in the copy. Its bytes are moved once, which is all that whoever hands the data over waits for.
 */
export function packed(data: unknown): Packed {
  const columns: Uint8Array<ArrayBuffer>[] = [];
  const copies = new Map<object, object>();
  let from = 0;
  const copyOfColumn = (column: ArrayBufferView): object => {
    const kind = KINDS.findIndex((one) => column instanceof one);
    if (kind < 0 || column.byteLength < LARGE_BYTES) return structuredClone(column);
    columns.push(new Uint8Array(column.buffer, column.byteOffset, column.byteLength).slice());
    from += column.byteLength;
    return { packedColumn: kind, from: from - column.byteLength, bytes: column.byteLength } satisfies Place;
  };
  const copyOf = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    const known = copies.get(part);
    if (known !== undefined) return known;
    const copy = ArrayBuffer.isView(part) ? copyOfColumn(part) : emptyLike(part);
    // Known before its parts are copied, so that what stands in itself does so in the copy, too.
    copies.set(part, copy);
    if (!ArrayBuffer.isView(part)) fill(copy, part, copyOf);
    return copy;
  };
  return { bare: copyOf(data), columns };
}

function emptyLike(thing: object): object {
  if (thing instanceof Map) return new Map();
  if (thing instanceof Set) return new Set();
  return Array.isArray(thing) ? [] : {};
}

function fill(copy: object, thing: object, copyOf: (part: unknown) => unknown): void {
  if (copy instanceof Map && thing instanceof Map)
    for (const [key, value] of thing) copy.set(copyOf(key), copyOf(value));
  else if (copy instanceof Set && thing instanceof Set) for (const item of thing) copy.add(copyOf(item));
  else if (Array.isArray(copy) && Array.isArray(thing)) for (const item of thing) copy.push(copyOf(item));
  else for (const [name, part] of Object.entries(thing)) Reflect.set(copy, name, copyOf(part));
}

/**
 * The data again, put together in `bare` itself. `read` hands out bytes of the columns, each time in a buffer of their
 * own. Rejects when there are fewer than there were.
 */
export async function unpacked(
  bare: unknown,
  read: (from: number, to: number) => Promise<ArrayBuffer>,
): Promise<unknown> {
  const gaps = gapsIn(bare);
  const columns = new Map<Place, ArrayBufferView>();
  const places = [...new Set(gaps.map(({ place }) => place))];
  await Promise.all(places.map(async (place) => columns.set(place, await columnAt(place, read))));
  for (const { place, close } of gaps) close(columns.get(place));
  return bare;
}

async function columnAt(
  { packedColumn, from, bytes }: Place,
  read: (from: number, to: number) => Promise<ArrayBuffer>,
) {
  const buffer = await read(from, from + bytes);
  const Kind = KINDS[packedColumn];
  if (Kind === undefined || buffer.byteLength !== bytes) throw new Error(`A column of ${bytes} bytes is not whole.`);
  return new Kind(buffer);
}

/** Where a column is missing, and what puts it there. */
type Gap = { readonly place: Place; readonly close: (column: ArrayBufferView | undefined) => void };

function gapsIn(bare: unknown): readonly Gap[] {
  const gaps: Gap[] = [];
  const seen = new Set<object>();
  const look = (part: unknown, close: Gap["close"]): void => {
    if (typeof part !== "object" || part === null || ArrayBuffer.isView(part)) return;
    if (isPlace(part)) gaps.push({ place: part, close });
    else if (!seen.has(part)) {
      seen.add(part);
      lookInto(part, look);
    }
  };
  look(bare, () => undefined);
  return gaps;
}

function lookInto(thing: object, look: (part: unknown, close: Gap["close"]) => void): void {
  if (thing instanceof Map) for (const [key, value] of thing) look(value, (column) => thing.set(key, column));
  else for (const [name, part] of Object.entries(thing)) look(part, (column) => Reflect.set(thing, name, column));
}

function isPlace(part: object): part is Place {
  return "packedColumn" in part;
}
