import { hours } from "#lib/duration.ts";
import { worldSpecOf } from "#mocks/seed/worlds.ts";
import { buildWorld } from "./build-world.ts";
import { livingMs, usableCheckpoint, type Checkpoint } from "./checkpoint.ts";
import { reanchored, resumed, type Clock } from "./clock.ts";
import { record, setClock, type Beginning, type Host } from "./host.ts";
import type { Journal, LogHead, OpeningEntry } from "./journal.ts";
import { replay, type Lived } from "./replay.ts";
import { turns } from "./turn.ts";
import { storageOf, type StorageOptions } from "./world-storage.ts";

/** Engine and seeds that this build speaks; raised when either would make another world of the same log. */
const LOG_VERSION = "7";

/** Which world to open, and how a new one begins. */
export type WorldOptions = StorageOptions & {
  readonly world: string;
  /** Default: the world's name. */
  readonly seed?: string;
  /** Default: now, floored to the hour. */
  readonly epochMs?: number;
  /** World seconds a wall second; what the log says when left out. */
  readonly speed?: number;
  /** The speed of a world that is opened for the first time, default 1. */
  readonly firstSpeed?: number;
};

/**
 * Opens a world from its checkpoint and the rest of its log, or from its whole log, or begins it.
 * @throws when no world has that name, or when the journal is of another one.
 */
export async function openHost(options: WorldOptions, wallMs: number): Promise<Host> {
  const notices: string[] = [];
  const { journal, blobs, keeperOf } = storageOf(options, notices);
  const [head, checkpointed] = await Promise.all([
    readableHead(journal, options, notices),
    // Whatever is wrong with it: the log is enough.
    options.checkpoints?.read().catch(() => undefined),
  ]);
  const opening = openingOf(head, options, wallMs);
  const lived =
    (await livedFrom(usableCheckpoint(checkpointed, head), journal)) ?? (await livedWhole(opening, options, journal));
  if (head.length === 0) await blobs.clear();
  const { seed, epochMs } = opening;
  const { world, clock, answers, lastEntryWallMs } = lived;
  const host: Host = {
    worldName: options.world,
    seed,
    epochMs,
    opening,
    logged: head.length,
    world,
    clock,
    kept: { answers, running: new Set() },
    nextAnswers: [],
    notices,
    journal,
    blobs,
    checkpoints: keeperOf(() => host),
    turn: turns(),
    acting: false,
    lastEntryWallMs,
    requests: 0,
  };
  if (head.length === 0) await begin(host);
  await wake(host, options, wallMs);
  host.checkpoints.opened(lived.keptMs);
  return host;
}

/** A world that was lived through a log, and how long its checkpoint had lived (`livingMs`), if it is from one. */
type Opened = Lived & { readonly keptMs?: number };

/** Goes on from a checkpoint; absent when there is none, or when it does not bear what came after it. */
async function livedFrom(checkpoint: Checkpoint | undefined, journal: Journal): Promise<Opened | undefined> {
  if (checkpoint === undefined) return undefined;
  const { world, clock, answers, lastEntryWallMs, logged } = checkpoint;
  const keptMs = livingMs(checkpoint);
  const tail = await journal.read(logged);
  try {
    return { ...replay({ world, clock, answers: new Map(answers), lastEntryWallMs }, tail), keptMs };
  } catch {
    return undefined;
  }
}

async function livedWhole(opening: OpeningEntry, options: WorldOptions, journal: Journal): Promise<Opened> {
  const { world, seed, epochMs, wallMs } = opening;
  const built = buildWorld(worldSpecOf(world), seed, epochMs);
  const begun = { world: built, clock: firstClock(opening, options), answers: new Map(), lastEntryWallMs: wallMs };
  return replay(begun, await journal.read());
}

/** Forgets everything and begins the same world again, with another seed and epoch where they are given. */
export async function resetHost(host: Host, change: Beginning, wallMs: number): Promise<void> {
  await host.journal.clear();
  await host.checkpoints.clear();
  await host.blobs.clear();
  host.logged = 0;
  host.seed = change.seed ?? host.seed;
  host.epochMs = change.epochMs ?? flooredToHour(wallMs);
  host.world = buildWorld(worldSpecOf(host.worldName), host.seed, host.epochMs);
  host.clock = { worldMs: host.epochMs, wallMs, speed: host.clock.speed, paused: false };
  host.kept.answers.clear();
  host.nextAnswers = [];
  host.notices.length = 0;
  const { worldName: world, seed, epochMs } = host;
  host.opening = { kind: "open", logId: newLogId(), world, seed, epochMs, version: LOG_VERSION, wallMs };
  await begin(host);
  host.checkpoints.opened();
}

async function begin(host: Host): Promise<void> {
  await record(host, host.opening);
  await setClock(host, host.clock);
}

async function readableHead(journal: Journal, options: WorldOptions, notices: string[]): Promise<LogHead> {
  const head = await journal.head();
  if (head.first === undefined) return head;
  if (head.first.kind !== "open" || head.first.version !== LOG_VERSION) {
    await journal.clear();
    notices.push("The world was reset: its log was written by another version.");
    return { first: undefined, length: 0 };
  }
  if (head.first.world !== options.world) {
    throw new Error(`The journal holds the world "${head.first.world}", not "${options.world}". Choose another file.`);
  }
  return head;
}

function openingOf({ first }: LogHead, options: WorldOptions, wallMs: number): OpeningEntry {
  if (first?.kind === "open") return first;
  return {
    kind: "open",
    logId: newLogId(),
    world: options.world,
    seed: options.seed ?? options.world,
    epochMs: options.epochMs ?? flooredToHour(wallMs),
    version: LOG_VERSION,
    wallMs,
  };
}

/** A random one: a log that begins anew at the same instant, of the same world and seed, is another log. */
function newLogId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, "0")).join("");
}

function firstClock(opening: OpeningEntry, options: WorldOptions): Clock {
  const speed = options.speed ?? options.firstSpeed ?? 1;
  return { worldMs: opening.epochMs, wallMs: opening.wallMs, speed, paused: false };
}

/** Sets the clock right after a long absence of the host, or to the speed that was asked for. */
async function wake(host: Host, options: WorldOptions, wallMs: number): Promise<void> {
  const awake = resumed(host.clock, host.lastEntryWallMs, wallMs);
  const speed = options.speed ?? awake.speed;
  if (awake === host.clock && speed === awake.speed) return;
  await setClock(host, reanchored(awake, wallMs, { speed }));
}

function flooredToHour(wallMs: number): number {
  return Math.floor(wallMs / hours(1)) * hours(1);
}
