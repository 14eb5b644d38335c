import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Blobs } from "#mocks/backend/blobs.ts";
import type { Journal, LogEntry } from "#mocks/backend/journal.ts";

/** One database a world: its log in order, and the bytes that were uploaded to it. */
interface WorldSchema extends DBSchema {
  log: { key: number; value: LogEntry };
  blobs: { key: string; value: Uint8Array<ArrayBuffer> };
}

const DATABASE_VERSION = 1;

/** The journal and blobs of one world in the browser. They open on first use; each call rejects where storage is forbidden or full. */
export function indexedDbStorage(world: string): { readonly journal: Journal; readonly blobs: Blobs } {
  let opening: Promise<IDBPDatabase<WorldSchema>> | undefined;
  const database = () => (opening ??= opened(world));
  return { journal: journalIn(database), blobs: blobsIn(database) };
}

type Opened = () => Promise<IDBPDatabase<WorldSchema>>;

function opened(world: string): Promise<IDBPDatabase<WorldSchema>> {
  return openDB<WorldSchema>(`slipway-world-${world}`, DATABASE_VERSION, {
    upgrade(database) {
      database.createObjectStore("log", { autoIncrement: true });
      database.createObjectStore("blobs");
    },
  });
}

function journalIn(database: Opened): Journal {
  return {
    read: async () => (await database()).getAll("log"),
    append: async (entry) => {
      const transaction = (await database()).transaction("log", "readwrite", { durability: "strict" });
      await Promise.all([transaction.store.add(entry), transaction.done]);
    },
    clear: async () => (await database()).clear("log"),
  };
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
