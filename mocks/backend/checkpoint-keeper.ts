import { seconds } from "#lib/duration.ts";
import type { Checkpoint, Checkpoints } from "./checkpoint.ts";
import type { Turn } from "./turn.ts";

/** Least time between two checkpoints. Source: contract.md, Clocks and the log. */
const EVERY_MS = seconds(30);
/** A world that took its time to open is kept this soon after, when its first questions are answered. */
const FIRST_AFTER_MS = seconds(1);
/** To live through more than this before the first answer is long. */
const LONG_MS = seconds(1);
/** After a checkpoint the keeper rests this many times as long as it took: they cost 5 % of the time at most. */
const REST_TIMES = 20;

/**
 * Keeps checkpoints of one world, now and then, but none that takes longer than a start would to live through what came
 * since the last one. None of its acts rejects: the log alone is enough.
 */
export type CheckpointKeeper = {
  /** The world was just opened from a checkpoint that had lived so long (`livingMs`), or was built: with none. */
  readonly opened: (keptMs?: number) => void;
  /** Something may have changed: a checkpoint is due when the last one is old enough. */
  readonly noticed: () => void;
  /** The host may be about to end: keeps what has changed. */
  readonly leaving: () => Promise<void>;
  /** Drops what was kept, of a log that begins anew. */
  readonly clear: () => Promise<void>;
  /** Keeps nothing from now on, e.g. because the log is not kept any more either. */
  readonly stop: () => void;
};

/** What a keeper asks of the host whose world it keeps. */
export type KeptHost = {
  readonly turn: Turn;
  /** Differs when a checkpoint would. */
  readonly mark: () => string;
  /** About how long it takes to live through the log so far. */
  readonly livingMs: () => number;
  readonly picture: () => Checkpoint;
  /** Checkpoints cannot be kept; said once, and no other is tried. */
  readonly onFailure: (error: unknown) => void;
};

/** Time that nobody sets: how long things take, and what to do later. */
export type RealTime = {
  readonly nowMs: () => number;
  /** The answer takes it back. */
  readonly after: (ms: number, act: () => void) => () => void;
};

/** The time of this machine. */
export const REAL_TIME: RealTime = {
  nowMs: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** A keeper for a host where nothing outlives the process. */
export const NO_CHECKPOINTS: CheckpointKeeper = {
  opened: () => undefined,
  noticed: () => undefined,
  leaving: async () => undefined,
  clear: async () => undefined,
  stop: () => undefined,
};

/** A keeper that writes to `checkpoints`. */
export function checkpointKeeper(checkpoints: Checkpoints, host: KeptHost, time: RealTime): CheckpointKeeper {
  let keptMark: string | undefined;
  let writing: Promise<void> | undefined;
  let takeBack: (() => void) | undefined;
  let keptMs = 0;
  let costMs = 0;
  let restedFromMs = time.nowMs();
  let stopped = false;

  const plan = (inMs: number): void => {
    takeBack ??= time.after(Math.max(0, inMs), () => void write());
  };
  const write = (): Promise<void> => {
    takeBack?.();
    takeBack = undefined;
    writing ??= written().finally(() => {
      writing = undefined;
    });
    return writing;
  };
  const written = async (): Promise<void> => {
    try {
      const keep = await checkpoints.writer();
      // Pictured between two acts, so that it holds each of them with its entry; written while the next ones go on.
      const { fromMs, kept } = await host.turn(async () => {
        keptMark = host.mark();
        keptMs = host.livingMs();
        return { fromMs: time.nowMs(), kept: { whole: keep(host.picture()) } };
      });
      await kept.whole;
      restedFromMs = time.nowMs();
      costMs = restedFromMs - fromMs;
    } catch (error) {
      stop();
      host.onFailure(error);
    }
  };
  const stop = (): void => {
    stopped = true;
    takeBack?.();
    takeBack = undefined;
  };
  const isWorthIt = (): boolean => keptMark !== host.mark() && host.livingMs() - keptMs >= costMs;
  return {
    opened: (fromMs) => {
      keptMs = fromMs ?? 0;
      if (!stopped && (fromMs === undefined || host.livingMs() - keptMs > LONG_MS)) plan(FIRST_AFTER_MS);
    },
    noticed: () => {
      if (stopped || writing !== undefined || takeBack !== undefined || !isWorthIt()) return;
      plan(restedFromMs + Math.max(EVERY_MS, costMs * REST_TIMES) - time.nowMs());
    },
    leaving: async () => {
      if (writing !== undefined) return writing;
      if (!stopped && isWorthIt()) await write();
    },
    clear: async () => {
      keptMark = undefined;
      // What is not dropped is of a log that is gone, and never used.
      await checkpoints.clear().catch(() => undefined);
    },
    stop,
  };
}
