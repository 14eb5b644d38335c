import { memoryBlobs, type Blobs } from "./blobs.ts";
import { memoryJournal, type Journal } from "./journal.ts";

/** What to do when storage refuses: said once, then the world goes on in memory. */
export type OnStorageFailure = (error: unknown) => void;

/** A journal that never rejects an append: from the first failure on, entries are kept in memory only. */
export function failsafeJournal(durable: Journal, onFailure: OnStorageFailure): Journal {
  const memory = memoryJournal();
  let failed = false;
  const safely = async <T>(act: (journal: Journal) => Promise<T>): Promise<T> => {
    if (failed) return act(memory);
    try {
      return await act(durable);
    } catch (error) {
      failed = true;
      onFailure(error);
      return act(memory);
    }
  };
  return {
    read: () => safely((journal) => journal.read()),
    append: (entry) => safely((journal) => journal.append(entry)),
    clear: () => safely((journal) => journal.clear()),
  };
}

/** Blobs that never reject a write: what storage refuses is kept in memory. */
export function failsafeBlobs(durable: Blobs, onFailure: OnStorageFailure): Blobs {
  const memory = memoryBlobs();
  const orElse = async <T>(act: Promise<T>, otherwise: T): Promise<T> =>
    act.catch((error: unknown) => {
      onFailure(error);
      return otherwise;
    });
  return {
    read: async (key) => (await memory.read(key)) ?? orElse(durable.read(key), undefined),
    write: (key, bytes) =>
      durable.write(key, bytes).catch((error: unknown) => {
        onFailure(error);
        return memory.write(key, bytes);
      }),
    remove: async (key) => {
      await Promise.all([memory.remove(key), orElse(durable.remove(key), undefined)]);
    },
    keys: async (prefix) => [...new Set([...(await memory.keys(prefix)), ...(await orElse(durable.keys(prefix), []))])],
    clear: async () => {
      await Promise.all([memory.clear(), orElse(durable.clear(), undefined)]);
    },
  };
}
