import { openWorld, type World } from "#mocks/engine/world.ts";
import type { Clock } from "./clock.ts";
import type { Host } from "./host.ts";
import type { KeptAnswer, LogHead, OpeningEntry } from "./journal.ts";
import { forgetOldAnswers } from "./kept-answers.ts";

/** The shape of a checkpoint; raised when it changes. */
const FORMAT = 1;

/**
 * A world as it stood after the first `logged` entries of its log, so that a start need not live through them again.
 * Plain data: whatever clones structures can keep it. Source: contract.md, Clocks and the log.
 */
export type Checkpoint = {
  readonly format: typeof FORMAT;
  /** The first entry of the log that it is of. */
  readonly opening: OpeningEntry;
  /** How many entries of the log are in it. */
  readonly logged: number;
  readonly lastEntryWallMs: number;
  readonly clock: Clock;
  readonly answers: ReadonlyMap<string, KeptAnswer>;
  readonly world: World;
};

/** Where the one checkpoint of a world is kept. Each method may reject: the log alone is enough. */
export type Checkpoints = {
  /** What was kept, if anything was. Nobody vouches for it: it may be damaged or of another log. */
  readonly read: () => Promise<unknown>;
  /**
   * Gets ready to keep one. The function that comes of it copies the checkpoint before it returns, and resolves when
   * the copy stands in place of the one before: a crash leaves this one or that one.
   */
  readonly writer: () => Promise<(checkpoint: Checkpoint) => Promise<void>>;
  readonly clear: () => Promise<void>;
};

/** The host as it stands. What only page turners were handed is left out. */
export function checkpointOf(host: Host): Checkpoint {
  const { opening, logged, lastEntryWallMs, clock, kept, world } = host;
  forgetOldAnswers(kept, lastEntryWallMs);
  const orders = { ...world.orders, kept: new Map<string, never>() };
  return {
    format: FORMAT,
    opening,
    logged,
    lastEntryWallMs,
    clock,
    answers: kept.answers,
    world: { ...world, orders },
  };
}

/** Events that a host lives through in a millisecond, about: what a browser does of what the engine's bench tells. */
const EVENTS_A_MS = 500;
/** What an entry of the log costs besides. */
const ENTRY_MS = 1;

/** About how long it takes to live through the log up to here, ms. From a checkpoint on: the difference of the two. */
export function livingMs({ logged, world }: Pick<Checkpoint, "logged" | "world">): number {
  return world.happened / EVENTS_A_MS + logged * ENTRY_MS;
}

/** What was kept, when it is a checkpoint of this log that this build can go on from. */
export function usableCheckpoint(kept: unknown, { first, length }: LogHead): Checkpoint | undefined {
  if (first?.kind !== "open" || !isOfFormat(kept)) return undefined;
  const isOfLog = JSON.stringify(kept.opening) === JSON.stringify(first) && kept.logged <= length;
  return isOfLog && hasShapeOfWorld(kept.world) ? kept : undefined;
}

// Only `checkpointOf` writes what has this format.
function isOfFormat(kept: unknown): kept is Checkpoint {
  return typeof kept === "object" && kept !== null && "format" in kept && kept.format === FORMAT;
}

/** A build whose worlds have other parts cannot go on from it, even where somebody forgot to raise the log's version. */
function hasShapeOfWorld(world: World): boolean {
  return hasPartsOf(openWorld({ name: "", seed: "", epochMs: 0 }), world, 1);
}

function hasPartsOf(like: object, given: unknown, levels: number): boolean {
  if (typeof given !== "object" || given === null) return false;
  return Object.entries(like).every(([name, part]: [string, unknown]) => {
    const other: unknown = Reflect.get(given, name);
    if (part === undefined) return true;
    if (kindOf(other) !== kindOf(part)) return false;
    const goesOn = levels > 0 && typeof part === "object" && part !== null && kindOf(part) === "[object Object]";
    return !goesOn || hasPartsOf(part, other, levels - 1);
  });
}

/** Columns widen as they fill: one of bytes is the same part as one of words. */
function kindOf(part: unknown): string {
  if (ArrayBuffer.isView(part)) return "column";
  return Object.prototype.toString.call(part);
}
