/** A piece of a sentence: plain, a figure that carries it, or a name that people or devices chose. */
export type Word = string | { readonly strong: string } | { readonly name: string };

/** A sentence that a page prints with its figures in bold and its names set apart. */
export type Words = readonly Word[];

/** One line of "What will happen": when or what, and the sentence. */
export type Happening = { readonly term: string; readonly words: Words };

/** The sentence as plain text, names in quotes as they are printed. */
export function plainText(words: Words): string {
  return words.map(textOf).join("");
}

function textOf(word: Word): string {
  if (typeof word === "string") return word;
  return "strong" in word ? word.strong : `“${word.name}”`;
}
