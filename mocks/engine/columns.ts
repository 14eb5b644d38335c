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
