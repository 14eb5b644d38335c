import { MCUBOOT_MAGIC } from "#domain/mcuboot.ts";
import { fnv1a, mix32 } from "#lib/hash.ts";
import type { ContentSource } from "#mocks/engine/command.ts";

type Seeded = Pick<Extract<ContentSource, { kind: "seeded" }>, "seed" | "mcuboot">;

/**
 * A file made of a seed: the same seed and size always give the same bytes, so nothing of it need be kept.
 * An `mcuboot` one begins with the magic, whatever the seed.
 */
export function seededBytes({ seed, mcuboot }: Seeded, sizeBytes: number): Uint8Array<ArrayBuffer> {
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
