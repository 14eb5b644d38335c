import type { Command } from "#mocks/engine/command.ts";

/** The first answer to a keyed request, kept so that a repeat gets the very same one. */
export type KeptAnswer = {
  /** Actor, method, path and key: what the key is valid for. */
  readonly scope: string;
  /** SHA-256 of the request's body, lower-case hex. */
  readonly payload: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  /** When it was given, on the host's clock; forgotten 24 h later. */
  readonly wallMs: number;
};

/** The beginning of a log: what world it is of. Always entry 0. */
export type OpeningEntry = {
  readonly kind: "open";
  /** Unlike that of any other log: checkpoints say with it which one they are of. */
  readonly logId: string;
  readonly world: string;
  readonly seed: string;
  readonly epochMs: number;
  /** The engine and seeds that wrote the log; another version cannot read it. */
  readonly version: string;
  readonly wallMs: number;
};

/** A new anchor of the world's clock. */
type ClockEntry = {
  readonly kind: "clock";
  readonly worldMs: number;
  readonly wallMs: number;
  readonly speed: number;
  readonly paused: boolean;
};

/** What one request did: all of it or, when it is missing from the log, none. */
export type ActsEntry = {
  readonly kind: "acts";
  readonly atMs: number;
  readonly wallMs: number;
  readonly actor: string;
  readonly commands: readonly Command[];
  readonly answer?: KeptAnswer;
};

/** One line of the log. Inputs only: whatever follows from them is computed again. Source: contract.md, Clocks and the log. */
export type LogEntry = OpeningEntry | ClockEntry | ActsEntry;

/** Where the log is kept. Each method may reject: the backend then says so and goes on in memory. */
export type Journal = {
  /** What the log begins with, and how many entries it has; a last one that was only half written does not count. */
  readonly head: () => Promise<LogHead>;
  /** The entries from number `from` on, in order; all of them when it is left out. */
  readonly read: (from?: number) => Promise<readonly LogEntry[]>;
  /** Resolves when the entry would survive a crash. Entries are kept in the order of the calls. */
  readonly append: (entry: LogEntry) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** The first entry of a log, absent when it is empty, and the number of its entries. */
export type LogHead = { readonly first: LogEntry | undefined; readonly length: number };

/** A journal that lasts as long as the process. */
export function memoryJournal(): Journal {
  const entries: LogEntry[] = [];
  return {
    head: async () => ({ first: entries[0], length: entries.length }),
    read: async (from = 0) => entries.slice(from),
    append: async (entry) => {
      entries.push(entry);
    },
    clear: async () => {
      entries.length = 0;
    },
  };
}
