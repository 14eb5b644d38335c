import { BidiText } from "#ui/bidi-text.tsx";
import type { Word, Words } from "./words.ts";

/** Prints a sentence: figures in bold, names in quotes and kept to their own direction. */
export function WordsText({ words }: { readonly words: Words }) {
  // oxlint-disable-next-line react/no-array-index-key -- the pieces of one sentence have no other name
  return words.map((word, index) => <Piece key={index} word={word} />);
}

function Piece({ word }: { readonly word: Word }) {
  if (typeof word === "string") return word;
  if ("strong" in word) return <b>{word.strong}</b>;
  return (
    <>
      “<BidiText text={word.name} />”
    </>
  );
}
