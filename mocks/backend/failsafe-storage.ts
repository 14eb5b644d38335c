import { memoryBlobs, type Blobs } from "./blobs.ts";
import { memoryJournal, type Journal } from "./journal.ts";

/** Where a log and the files that it names are kept. */
export type LogStorage = { readonly journal: Journal; readonly blobs: Blobs };

/**
 * Storage that refuses no request: from its first failure on, log and files are kept in memory, both of them, so that
 * what was kept before stays whole and a log never names files that are not there. `onFailure` hears of the first one.
 */
export function failsafeStorage({ journal, blobs }: LogStorage, onFailure: (error: unknown) => void): LogStorage {
  let failed = false;
  const fallenBack: FallBack = async (durably, inMemory) => {
    if (failed) return inMemory();
    try {
      return await durably();
    } catch (error) {
      if (!failed) onFailure(error);
      failed = true;
      return inMemory();
    }
  };
  return { journal: failsafeJournal(journal, fallenBack), blobs: failsafeBlobs(blobs, fallenBack) };
}

/** Does something durably or, when that fails or has failed before, in memory. */
type FallBack = <T>(durably: () => Promise<T>, inMemory: () => Promise<T>) => Promise<T>;

function failsafeJournal(durable: Journal, fallenBack: FallBack): Journal {
  const memory = memoryJournal();
  const either = <T>(act: (journal: Journal) => Promise<T>): Promise<T> =>
    fallenBack(
      () => act(durable),
      () => act(memory),
    );
  return {
    head: () => either((journal) => journal.head()),
    read: (from) => either((journal) => journal.read(from)),
    append: (entry) => either((journal) => journal.append(entry)),
    clear: () => either((journal) => journal.clear()),
  };
}

/** What was kept durably before is still read from there. */
function failsafeBlobs(durable: Blobs, fallenBack: FallBack): Blobs {
  const memory = memoryBlobs();
  const removed = new Set<string>();
  return {
    read: async (key) => {
      const bytes = await memory.read(key);
      return bytes ?? (removed.has(key) ? undefined : durable.read(key).catch(() => undefined));
    },
    write: (key, bytes) =>
      fallenBack(
        () => durable.write(key, bytes),
        () => memory.write(key, bytes),
      ),
    remove: async (key) => {
      await memory.remove(key);
      await fallenBack(
        () => durable.remove(key),
        async () => void removed.add(key),
      );
    },
    keys: async (prefix) => {
      const kept = await durable.keys(prefix).catch(() => []);
      return [...new Set([...(await memory.keys(prefix)), ...kept.filter((key) => !removed.has(key))])];
    },
    clear: async () => {
      await memory.clear();
      await fallenBack(
        () => durable.clear(),
        async () => {
          for (const key of await durable.keys("").catch(() => [])) removed.add(key);
        },
      );
    },
  };
}
