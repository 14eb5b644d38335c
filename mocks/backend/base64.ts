const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const NOT_BASE64 = 64;

/** The six bits each ASCII character stands for; a table, since a file of 50 MB has 70 million characters. */
const SIX_BITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const bits = ALPHABET.indexOf(String.fromCharCode(code));
  return bits === -1 ? NOT_BASE64 : bits;
});

/**
 * The bytes behind base64 text as RFC 4648, section 4 writes it, padded or not.
 * @returns undefined when the text is anything else.
 */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const padding = paddingOf(text);
  const length = text.length - padding;
  if (length % 4 === 1 || (padding > 0 && text.length % 4 !== 0)) return undefined;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let index = 0; index < length; index += 1) {
    const six = SIX_BITS[text.charCodeAt(index)] ?? NOT_BASE64;
    if (six === NOT_BASE64) return undefined;
    bits = (bits << 6) | six;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = bits >>> held;
    at += 1;
    bits &= (1 << held) - 1;
  }
  return bytes;
}

/** How many bytes `bytesOfBase64` would give, without decoding them. */
export function sizeOfBase64(text: string): number {
  return Math.floor(((text.length - paddingOf(text)) * 3) / 4);
}

function paddingOf(text: string): number {
  if (text.endsWith("==")) return 2;
  return text.endsWith("=") ? 1 : 0;
}
