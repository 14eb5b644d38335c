/** Where uploaded bytes are kept, by key. Keys are made by the backend: letters, digits, `-` and `/`. */
export type Blobs = {
  readonly read: (key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly write: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** Every key that begins with `prefix`, in no order. */
  readonly keys: (prefix: string) => Promise<readonly string[]>;
  readonly clear: () => Promise<void>;
};

/** Blobs that last as long as the process. */
export function memoryBlobs(): Blobs {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    read: async (key) => kept.get(key),
    write: async (key, bytes) => {
      kept.set(key, bytes);
    },
    remove: async (key) => {
      kept.delete(key);
    },
    keys: async (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    clear: async () => {
      kept.clear();
    },
  };
}
