/** One line of a hex view: where it begins, and its bytes in groups of four. */
export type HexLine = { readonly offset: string; readonly groups: readonly string[] };

const BYTES_A_LINE = 16;
const BYTES_A_GROUP = 4;

/** Bytes as people compare them: 16 a line, offsets in hex, lower case throughout. */
export function hexLines(bytes: Uint8Array): readonly HexLine[] {
  return chunks(bytes, BYTES_A_LINE).map((line, index) => ({
    offset: (index * BYTES_A_LINE).toString(16).padStart(4, "0"),
    groups: chunks(line, BYTES_A_GROUP).map(hexOf),
  }));
}

/** Those lines as one text, the offset before each. */
export function hexText(bytes: Uint8Array): string {
  return hexLines(bytes)
    .map(({ offset, groups }) => `${offset}  ${groups.join(" ")}`)
    .join("\n");
}

/** All bytes as one text of hex digits, for the clipboard. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function chunks(bytes: Uint8Array, size: number): readonly Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}
