/** Digits are of 16 bits: an instant takes three passes, a small number one. */
const RADIX = 0x10000;

/** Smallest first or last. */
type Direction = "ascending" | "descending";

/**
 * The same numbers in the order of their keys; those with the same key stay as they were, also descending. Keys are whole
 * numbers whose span is below 2^53. As many steps as there are numbers, so that a million are no matter.
 */
export function inOrderOf(numbers: Int32Array, keyOf: (number: number) => number, direction: Direction): Int32Array {
  let [least, most] = [Infinity, -Infinity];
  for (const number of numbers) {
    const key = keyOf(number);
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const distanceOf =
    direction === "ascending" ? (number: number) => keyOf(number) - least : (number: number) => most - keyOf(number);
  let sorted = numbers;
  for (let unit = 1; unit <= most - least; unit *= RADIX) sorted = byDigit(sorted, distanceOf, unit);
  return sorted;
}

/** In the order of one digit; whoever was first among equals stays first. */
function byDigit(numbers: Int32Array, distanceOf: (number: number) => number, unit: number): Int32Array {
  const digits = new Uint16Array(numbers.length);
  const ends = new Int32Array(RADIX);
  for (let at = 0; at < numbers.length; at += 1) {
    const digit = Math.floor(distanceOf(numbers[at] ?? 0) / unit) % RADIX;
    digits[at] = digit;
    ends[digit] = (ends[digit] ?? 0) + 1;
  }
  for (let digit = 1; digit < RADIX; digit += 1) ends[digit] = (ends[digit] ?? 0) + (ends[digit - 1] ?? 0);
  const sorted = new Int32Array(numbers.length);
  for (let at = numbers.length - 1; at >= 0; at -= 1) {
    const digit = digits[at] ?? 0;
    const place = (ends[digit] ?? 0) - 1;
    ends[digit] = place;
    sorted[place] = numbers[at] ?? 0;
  }
  return sorted;
}
