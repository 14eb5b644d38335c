import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Deserializer, Serializer } from "node:v8";
import { crc32 } from "node:zlib";
import type { Checkpoints } from "#mocks/backend/checkpoint.ts";

const SUM_BYTES = 4;

/** The checkpoint of a world in a file: a checksum, and what it is of. The file is whole or the one before. */
export function fileCheckpoints(path: string): Checkpoints {
  return {
    read: async () => {
      const bytes = await readFile(path);
      const pictured = bytes.subarray(SUM_BYTES);
      return bytes.readUInt32LE(0) === crc32(pictured) ? cloneOf(pictured) : undefined;
    },
    writer: async () => {
      await mkdir(dirname(path), { recursive: true });
      return (checkpoint) => written(path, pictureOf(checkpoint));
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

/** Not by `v8.serialize`: what comes back of that are columns that all lie in one buffer, which then lives with any of them. */
function pictureOf(checkpoint: unknown): Buffer {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(checkpoint);
  return serializer.releaseBuffer();
}

function cloneOf(pictured: Buffer): unknown {
  const deserializer = new Deserializer(pictured);
  deserializer.readHeader();
  return deserializer.readValue();
}
