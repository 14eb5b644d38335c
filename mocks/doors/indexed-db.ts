import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Blobs } from "#mocks/backend/blobs.ts";
import type { Checkpoints } from "#mocks/backend/checkpoint.ts";
import type { Journal, LogEntry } from "#mocks/backend/journal.ts";
import { packed, unpacked } from "./packed-columns.ts";

/** One database a world: its log by number from 1 on, the bytes that were uploaded to it, and its one checkpoint. */
interface WorldSchema extends DBSchema {
  log: { key: number; value: LogEntry };
  blobs: { key: string; value: Uint8Array<ArrayBuffer> };
  checkpoint: { key: string; value: KeptCheckpoint };
}

/**
 * A checkpoint without its large columns, and those as one Blob. Chromium takes no value of more than 127 MiB, of which a
 * Blob counts nothing, and writes and reads bytes of a Blob several times as fast as those of a value.
 */
type KeptCheckpoint = { readonly bare: unknown; readonly columns: Blob };

const DATABASE_VERSION = 2;
const LATEST = "latest";
const HANDED_OVER_BYTES = 4 * 1024 * 1024;

/** How a world is kept in the browser. It opens on first use; each call rejects where storage is forbidden or full. */
type BrowserStorage = { readonly journal: Journal; readonly blobs: Blobs; readonly checkpoints: Checkpoints };

/** The storage of one world. */
export function indexedDbStorage(world: string): BrowserStorage {
  let opening: Promise<IDBPDatabase<WorldSchema>> | undefined;
  const database = () => (opening ??= opened(world));
  return { journal: journalIn(database), blobs: blobsIn(database), checkpoints: checkpointsIn(database) };
}

type Opened = () => Promise<IDBPDatabase<WorldSchema>>;

function opened(world: string): Promise<IDBPDatabase<WorldSchema>> {
  return new Promise((resolve, reject) => {
    const opening = openDB<WorldSchema>(`slipway-world-${world}`, DATABASE_VERSION, {
      upgrade(database, from) {
        if (from < 1) {
          database.createObjectStore("log", { autoIncrement: true });
          database.createObjectStore("blobs");
        }
        database.createObjectStore("checkpoint");
      },
      blocked: () => reject(new Error("a tab with an older version of this page has it open")),
      // A newer version of this page wants it: this one says of its next entry that it could not be kept.
      blocking: (_from, _to, { target }) => target instanceof IDBDatabase && target.close(),
    });
    opening.then(resolve, reject);
  });
}

/**
 * Entries are numbered without a gap, which the store would not do by itself after it was cleared. Should two workers
 * ever write the same world, the number is taken for the second, which hears of it and goes on in memory.
 */
function journalIn(database: Opened): Journal {
  let lastNumber: Promise<number> | undefined;
  const nextNumber = (opened: IDBPDatabase<WorldSchema>): Promise<number> => {
    lastNumber = (lastNumber ?? opened.count("log")).then((number) => number + 1);
    return lastNumber;
  };
  return {
    head: async () => {
      const { store } = (await database()).transaction("log");
      const [[first], length] = await Promise.all([store.getAll(undefined, 1), store.count()]);
      return { first, length };
    },
    read: async (from = 0) => (await database()).getAll("log", IDBKeyRange.lowerBound(from, true)),
    append: async (entry) => {
      const opened = await database();
      const number = await nextNumber(opened);
      const transaction = opened.transaction("log", "readwrite", { durability: "strict" });
      await Promise.all([transaction.store.add(entry, number), transaction.done]);
    },
    clear: async () => {
      lastNumber = Promise.resolve(0);
      await (await database()).clear("log");
    },
  };
}

function checkpointsIn(database: Opened): Checkpoints {
  return {
    read: async () => {
      const kept = await (await database()).get("checkpoint", LATEST);
      return kept && unpacked(kept.bare, (from, to) => kept.columns.slice(from, to).arrayBuffer());
    },
    writer: async () => {
      const opened = await database();
      return async (checkpoint) => {
        const { bare, columns } = packed(checkpoint);
        const kept: KeptCheckpoint = { bare, columns: await blobOf(columns) };
        const transaction = opened.transaction("checkpoint", "readwrite");
        const put = transaction.store.put(kept, LATEST);
        // A worker may end before the answer to the request: then nothing else would commit it.
        transaction.commit();
        await Promise.all([put, transaction.done]);
      };
    },
    clear: async () => (await database()).clear("checkpoint"),
  };
}

/** Many bytes are handed over bit by bit, so that questions are answered in between; few at once. */
async function blobOf(columns: readonly Uint8Array<ArrayBuffer>[]): Promise<Blob> {
  const parts: Blob[] = [];
  for (const column of columns) {
    for (let from = 0; from < column.length; from += HANDED_OVER_BYTES) {
      parts.push(new Blob([column.subarray(from, from + HANDED_OVER_BYTES)]));
      // oxlint-disable-next-line no-await-in-loop -- which is what makes it bit by bit
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return new Blob(parts);
}

function blobsIn(database: Opened): Blobs {
  return {
    read: async (key) => (await database()).get("blobs", key),
    write: async (key, bytes) => {
      await (await database()).put("blobs", bytes, key);
    },
    remove: async (key) => (await database()).delete("blobs", key),
    keys: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      return (await database()).getAllKeys("blobs", range);
    },
    clear: async () => (await database()).clear("blobs"),
  };
}
