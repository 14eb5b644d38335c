/**
 * A capacity that holds `needed` entries. Growing one by one leaves half as much room again, but never more than 65,536
 * entries; who knows how many are to come gets just those.
 */
export function capacityFor(needed: number, present: number): number {
  if (needed <= present) return present;
  return Math.max(16, needed, Math.ceil(Math.min(present * 1.5, present + MOST_SPARE)));
}

const MOST_SPARE = 65_536;

/** The same column with room for `capacity` entries; new ones are 0. */
export function grownFloat64(column: Float64Array, capacity: number): Float64Array {
  const grown = new Float64Array(capacity);
  grown.set(column);
  return grown;
}

/** The same column with room for `capacity` entries; new ones are 0. */
export function grownInt32(column: Int32Array, capacity: number): Int32Array {
  const grown = new Int32Array(capacity);
  grown.set(column);
  return grown;
}

/** The same column with room for `capacity` entries; new ones are 0. */
export function grownUint32(column: Uint32Array, capacity: number): Uint32Array {
  const grown = new Uint32Array(capacity);
  grown.set(column);
  return grown;
}

/** The same column with room for `capacity` entries; new ones are 0. */
export function grownUint16(column: Uint16Array, capacity: number): Uint16Array {
  const grown = new Uint16Array(capacity);
  grown.set(column);
  return grown;
}

/** The same column with room for `capacity` entries; new ones are 0. */
export function grownUint8(column: Uint8Array, capacity: number): Uint8Array {
  const grown = new Uint8Array(capacity);
  grown.set(column);
  return grown;
}

/** Whole numbers of either sign: in one byte each, until one comes that has no room there, then in two, then in four. */
export type NarrowInts = Int8Array | Int16Array | Int32Array;

/** Whole numbers from 0: in one byte each, until one comes that has no room there, then in two, then in four. */
export type NarrowCounts = Uint8Array | Uint16Array | Uint32Array;

/** The same column with room for `capacity` entries; new ones are 0. */
export function grownInts(column: NarrowInts, capacity: number): NarrowInts {
  if (column instanceof Int32Array) return grownInt32(column, capacity);
  const grown = column instanceof Int8Array ? new Int8Array(capacity) : new Int16Array(capacity);
  grown.set(column);
  return grown;
}

/** The same column with room for `capacity` entries; new ones are 0. */
export function grownCounts(column: NarrowCounts, capacity: number): NarrowCounts {
  if (column instanceof Uint8Array) return grownUint8(column, capacity);
  return column instanceof Uint16Array ? grownUint16(column, capacity) : grownUint32(column, capacity);
}

/** The column with a number in a place; another column when the number had no room in this one. */
export function withInt(column: NarrowInts, at: number, value: number): NarrowInts {
  const fitting = value > 0x7f || value < -0x80 ? intsFor(column, value) : column;
  fitting[at] = value;
  return fitting;
}

/** The column with a number in a place; another column when the number had no room in this one. */
export function withCount(column: NarrowCounts, at: number, value: number): NarrowCounts {
  const fitting = value > 0xff ? countsFor(column, value) : column;
  fitting[at] = value;
  return fitting;
}

function intsFor(column: NarrowInts, value: number): NarrowInts {
  if (value > 0x7fff || value < -0x8000) return column instanceof Int32Array ? column : Int32Array.from(column);
  return column instanceof Int8Array ? Int16Array.from(column) : column;
}

function countsFor(column: NarrowCounts, value: number): NarrowCounts {
  if (value > 0xffff) return column instanceof Uint32Array ? column : Uint32Array.from(column);
  return column instanceof Uint8Array ? Uint16Array.from(column) : column;
}
