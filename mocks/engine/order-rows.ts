/** Digits are of 11 bits: three passes sort a 32-bit key, and the counts of a pass stay in the fastest memory. */
const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/** Rows by their keys. */
export type OrderedRows = { readonly rows: Int32Array; readonly keys: Uint32Array };

/** All rows from 0 on in the order of their keys, smallest first; rows of one key stay in theirs. */
export function rowsInOrderOf(keyOfRow: Uint32Array): OrderedRows {
  let keys = keyOfRow;
  let rows = Int32Array.from(keys.keys());
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const places = placesOf(keys, shift);
    const sortedKeys = new Uint32Array(keys.length);
    const sortedRows = new Int32Array(keys.length);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? 0;
      const digit = (key >>> shift) & (DIGITS - 1);
      const place = places[digit] ?? 0;
      places[digit] = place + 1;
      sortedKeys[place] = key;
      sortedRows[place] = rows[at] ?? 0;
    }
    keys = sortedKeys;
    rows = sortedRows;
  }
  return { rows, keys };
}

/** Where the first entry with each digit goes. */
function placesOf(keys: Uint32Array, shift: number): Int32Array {
  const places = new Int32Array(DIGITS);
  for (let at = 0; at < keys.length; at += 1) {
    const digit = ((keys[at] ?? 0) >>> shift) & (DIGITS - 1);
    places[digit] = (places[digit] ?? 0) + 1;
  }
  let before = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const count = places[digit] ?? 0;
    places[digit] = before;
    before += count;
  }
  return places;
}
