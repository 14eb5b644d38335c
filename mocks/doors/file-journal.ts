import { mkdir, open, readFile, truncate, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import type { Journal, LogEntry } from "#mocks/backend/journal.ts";

const NEWLINE = 10;

/**
 * A journal in a file, one JSON entry a line, each flushed to the disk before it counts.
 * A last line that a crash cut short is dropped; a broken line anywhere else makes `read` reject and changes nothing.
 */
export function fileJournal(path: string): Journal & { readonly close: () => Promise<void> } {
  let handle: FileHandle | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(act: () => Promise<T>): Promise<T> => {
    const done = tail.then(act);
    // The next act starts whatever became of this one; whoever called this one hears of its failure.
    tail = done.catch(() => undefined);
    return done;
  };
  const opened = async (): Promise<FileHandle> => {
    if (handle === undefined) {
      await mkdir(dirname(path), { recursive: true });
      handle = await open(path, "a");
    }
    return handle;
  };
  return {
    head: () =>
      inOrder(async () => {
        const lines = await linesOf(path);
        return { first: lines[0] === undefined ? undefined : entryOf(lines[0]), length: lines.length };
      }),
    read: (from = 0) => inOrder(async () => (await linesOf(path)).slice(from).map(entryOf)),
    append: (entry) =>
      inOrder(async () => {
        const file = await opened();
        await file.appendFile(`${JSON.stringify(entry)}\n`);
        await file.datasync();
      }),
    clear: () =>
      inOrder(async () => {
        const file = await opened();
        await file.truncate(0);
        await file.datasync();
      }),
    close: () =>
      inOrder(async () => {
        await handle?.close();
        handle = undefined;
      }),
  };
}

async function linesOf(path: string): Promise<readonly string[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (bytes === undefined) return [];
  const wholeBytes = bytes.lastIndexOf(NEWLINE) + 1;
  // A torn line left in place would swallow the next entry.
  if (wholeBytes < bytes.byteLength) await truncate(path, wholeBytes);
  return bytes.subarray(0, wholeBytes).toString("utf8").split("\n").slice(0, -1);
}

function entryOf(line: string): LogEntry {
  return JSON.parse(line);
}
