/**
 * FNV-1a, 32 bits, over the UTF-8 bytes of `text`: an unsigned integer below 2^32.
 * A lone surrogate counts as the three bytes its code point would have.
 * Source: draft-eastlake-fnv; domain.md, Phases (the key of a device and of a seed).
 */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      hash = Math.imul(hash ^ unit, 0x01000193);
      continue;
    }
    const point = text.codePointAt(at) ?? unit;
    if (point > 0xffff) at += 1;
    for (const byte of utf8BytesOf(point)) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
}

function utf8BytesOf(point: number): readonly number[] {
  const tail = (shift: number) => 0x80 | ((point >>> shift) & 0x3f);
  if (point < 0x800) return [0xc0 | (point >>> 6), tail(0)];
  if (point < 0x10000) return [0xe0 | (point >>> 12), tail(6), tail(0)];
  return [0xf0 | (point >>> 18), tail(12), tail(6), tail(0)];
}

/**
 * Murmur3's 32-bit finaliser: spreads every bit of `key` over an unsigned integer below 2^32. A bijection.
 * Source: MurmurHash3, fmix32; domain.md, Phases.
 */
export function mix32(key: number): number {
  let hash = key;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
