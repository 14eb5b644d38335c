/** Texts that are kept once and stood for by a number in the columns. 0 is "none". */
export type Interner = { readonly numbers: Map<string, number>; readonly texts: string[] };

/** An interner that knows only "none". */
export function newInterner(): Interner {
  return { numbers: new Map(), texts: [""] };
}

/** The number of a text; a new one when it was never seen. Absent is 0. */
export function numberOf(interner: Interner, text: string | undefined): number {
  if (text === undefined || text === "") return 0;
  const known = interner.numbers.get(text);
  if (known !== undefined) return known;
  const number = interner.texts.push(text) - 1;
  interner.numbers.set(text, number);
  return number;
}

/** The text behind a number; absent for 0. */
export function textOf(interner: Interner, number: number): string | undefined {
  return number === 0 ? undefined : interner.texts[number];
}
