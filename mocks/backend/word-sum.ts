/** Four sums of 32 bits over everything that was added, in its order. Tells things apart; stops nobody who would forge one. */
export type WordSum = Uint32Array;

/** A sum of nothing. */
export function newWordSum(): WordSum {
  return Uint32Array.of(0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 0x94d049bb);
}

/** Adds words of 32 bits. */
export function addWords(sum: WordSum, words: ArrayLike<number>): void {
  let [a = 0, b = 0, c = 0, d = 0] = sum;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul((b ^ word) + (b >>> 15), 0x85ebca6b);
    c = Math.imul((c ^ word) + (c >>> 13), 0xc2b2ae35);
    d = Math.imul((d ^ word) + (d >>> 16), 0x27d4eb2f);
  }
  sum.set([a, b, c, d]);
}

/** Adds a text, and how long it is. */
export function addText(sum: WordSum, text: string): void {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  addWords(sum, [text.length]);
  addWords(sum, units);
}

/** Adds a number with all its bits. */
export function addNumber(sum: WordSum, value: number): void {
  addColumn(sum, Float64Array.of(value));
}

/** Adds a column with all its bits, wherever in its buffer it lies. */
export function addColumn(sum: WordSum, { buffer, byteOffset, byteLength }: ArrayBufferView): void {
  const [from, bytes] =
    byteOffset % 4 === 0 ? [byteOffset, buffer] : [0, buffer.slice(byteOffset, byteOffset + byteLength)];
  const whole = byteLength >> 2;
  addWords(sum, new Uint32Array(bytes, from, whole));
  addWords(sum, new Uint8Array(bytes, from + whole * 4, byteLength - whole * 4));
}

/** The sums as 32 hex digits. */
export function hexOf(sum: WordSum): string {
  return [...sum].map((part) => part.toString(16).padStart(8, "0")).join("");
}
