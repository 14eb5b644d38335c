import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32 } from "node:zlib";
import type { Checkpoints } from "#mocks/backend/checkpoint.ts";

const SUM_BYTES = 4;

/** The checkpoint of a world in a file: a checksum, and what it is of. The file is whole or the one before. */
export function fileCheckpoints(path: string): Checkpoints {
  return {
    read: async () => {
      const bytes = await readFile(path);
      const pictured = bytes.subarray(SUM_BYTES);
      return bytes.readUInt32LE(0) === crc32(pictured) ? deserialize(pictured) : undefined;
    },
    writer: async () => {
      await mkdir(dirname(path), { recursive: true });
      return (checkpoint) => written(path, serialize(checkpoint));
    },
    clear: () => rm(path, { force: true }),
  };
}

async function written(path: string, pictured: Buffer): Promise<void> {
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32LE(crc32(pictured));
  const file = await open(`${path}.part`, "w");
  try {
    await file.writeFile(sum);
    await file.writeFile(pictured);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}
