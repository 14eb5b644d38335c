import { fnv1a, mix32 } from "#lib/hash.ts";

/** The first bytes of an MCUboot image, which make a file one. Source: mcuboot, image.h. */
const MCUBOOT_MAGIC = [0x3d, 0xb8, 0xf3, 0x96] as const;

/**
 * A file made of a seed: the same seed and size always give the same bytes, so nothing of it need be kept.
 * An `mcuboot` one begins with the magic, whatever the seed.
 */
export function seededBytes(seed: string, sizeBytes: number, mcuboot: boolean): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(Math.ceil(sizeBytes / 4));
  let state = mix32(fnv1a(seed)) || 1;
  for (let at = 0; at < words.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  const bytes = new Uint8Array(words.buffer, 0, sizeBytes);
  if (mcuboot) bytes.set(MCUBOOT_MAGIC.slice(0, sizeBytes));
  return bytes;
}

/** Whether a file is an MCUboot image, by how it starts. */
export function startsLikeMcuboot(bytes: Uint8Array): boolean {
  return MCUBOOT_MAGIC.every((byte, at) => bytes[at] === byte);
}
