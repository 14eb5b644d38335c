import type { Blobs } from "./blobs.ts";
import {
  checkpointKeeper,
  NO_CHECKPOINTS,
  REAL_TIME,
  type CheckpointKeeper,
  type RealTime,
} from "./checkpoint-keeper.ts";
import { checkpointOf, livingMs, type Checkpoints } from "./checkpoint.ts";
import { failsafeStorage, type LogStorage } from "./failsafe-storage.ts";
import type { Host } from "./host.ts";
import type { Journal } from "./journal.ts";

/** Where a world is kept. */
export type StorageOptions = {
  readonly journal: Journal;
  readonly blobs: Blobs;
  /** Absent: each start lives through the whole log. */
  readonly checkpoints?: Checkpoints;
  /** When to keep them; absent: by the time of this machine. */
  readonly time?: RealTime;
};

/** The storage of a world that is open. */
type WorldStorage = LogStorage & { readonly keeperOf: (host: () => Host) => CheckpointKeeper };

/** Storage that fails no request: what it refuses is said among the notices, and kept in memory. */
export function storageOf(options: StorageOptions, notices: string[]): WorldStorage {
  let keeper = NO_CHECKPOINTS;
  let forgets = false;
  const log = failsafeStorage(options, (error) => {
    notices.push(`The world cannot be kept here (${reasonOf(error)}): it lives in memory until it is closed.`);
    forgets = true;
    // A checkpoint of what the log does not hold would be of no use.
    keeper.stop();
  });
  return {
    ...log,
    keeperOf: (host) => {
      const { checkpoints, time = REAL_TIME } = options;
      if (checkpoints === undefined || forgets) return keeper;
      const onFailure = (error: unknown): void => {
        notices.push(`The world takes longer to open again: no checkpoint can be kept here (${reasonOf(error)}).`);
      };
      keeper = checkpointKeeper(checkpoints, { ...keptHost(host), onFailure }, time);
      return keeper;
    },
  };
}

function keptHost(host: () => Host) {
  return {
    turn: <T>(act: () => Promise<T>) => host().turn(act),
    mark: () => {
      const { opening, logged, world } = host();
      return `${opening.logId} ${logged} ${world.happened}`;
    },
    livingMs: () => livingMs(host()),
    picture: () => checkpointOf(host()),
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
