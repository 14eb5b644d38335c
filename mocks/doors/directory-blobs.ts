import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Blobs } from "#mocks/backend/blobs.ts";

/** Blobs as files of a directory, each whole or not there at all. */
export function directoryBlobs(directory: string): Blobs {
  const pathOf = (key: string) => join(directory, ...key.split("/"));
  return {
    read: async (key) => {
      const bytes = await unlessMissing(readFile(pathOf(key)));
      return bytes === undefined ? undefined : new Uint8Array(bytes);
    },
    write: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const file = await open(`${path}.part`, "w");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    keys: async (prefix) => {
      const entries = await unlessMissing(readdir(directory, { recursive: true, withFileTypes: true }));
      return (entries ?? [])
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
        .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .filter((key) => key.startsWith(prefix));
    },
    clear: () => rm(directory, { recursive: true, force: true }),
  };
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
