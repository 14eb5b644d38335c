import { hours } from "#lib/duration.ts";
import { advance } from "#mocks/engine/advance.ts";
import { execute } from "#mocks/engine/execute.ts";
import type { World } from "#mocks/engine/world.ts";
import { worldSpecOf } from "#mocks/seed/worlds.ts";
import type { Blobs } from "./blobs.ts";
import { buildWorld } from "./build-world.ts";
import { reanchored, resumed, type Clock } from "./clock.ts";
import { failsafeBlobs, failsafeJournal } from "./failsafe-storage.ts";
import { record, setClock, type Beginning, type Host } from "./host.ts";
import type { ActsEntry, Journal, LogEntry, OpeningEntry } from "./journal.ts";
import { noAnswers } from "./kept-answers.ts";
import { turns } from "./turn.ts";

/** Engine and seeds that this build speaks; raised when either would make another world of the same log. */
const LOG_VERSION = "1";

/** Which world to open, and how a new one begins. */
export type WorldOptions = {
  readonly world: string;
  /** Default: the world's name. */
  readonly seed?: string;
  /** Default: now, floored to the hour. */
  readonly epochMs?: number;
  /** World seconds a wall second; what the log says when left out. */
  readonly speed?: number;
  /** The speed of a world that is opened for the first time, default 1. */
  readonly firstSpeed?: number;
  readonly journal: Journal;
  readonly blobs: Blobs;
};

/**
 * Opens a world from its journal, or begins it.
 * @throws when no world has that name, or when the journal is of another one.
 */
export async function openHost(options: WorldOptions, wallMs: number): Promise<Host> {
  const notices: string[] = [];
  const forgetful = (error: unknown): void => {
    const why = error instanceof Error ? error.message : String(error);
    const notice = `The world cannot be kept here (${why}): it lives in memory until it is closed.`;
    if (!notices.includes(notice)) notices.push(notice);
  };
  const journal = failsafeJournal(options.journal, forgetful);
  const blobs = failsafeBlobs(options.blobs, forgetful);
  const entries = await readableEntries(journal, options, notices);
  const opening = openingOf(entries, options, wallMs);
  if (entries.length === 0) await blobs.clear();
  const host: Host = {
    worldName: options.world,
    seed: opening.seed,
    epochMs: opening.epochMs,
    world: buildWorld(worldSpecOf(options.world), opening.seed, opening.epochMs),
    clock: firstClock(opening, options),
    kept: noAnswers(),
    nextAnswers: [],
    notices,
    journal,
    blobs,
    turn: turns(),
    lastEntryWallMs: opening.wallMs,
    requests: 0,
  };
  replay(host, entries);
  if (entries.length === 0) await begin(host, opening);
  await wake(host, options, wallMs);
  return host;
}

/** Forgets everything and begins the same world again, with another seed and epoch where they are given. */
export async function resetHost(host: Host, change: Beginning, wallMs: number): Promise<void> {
  await host.journal.clear();
  await host.blobs.clear();
  host.seed = change.seed ?? host.seed;
  host.epochMs = change.epochMs ?? flooredToHour(wallMs);
  host.world = buildWorld(worldSpecOf(host.worldName), host.seed, host.epochMs);
  host.clock = { worldMs: host.epochMs, wallMs, speed: host.clock.speed, paused: false };
  host.kept.answers.clear();
  host.nextAnswers = [];
  host.notices.length = 0;
  const { worldName: world, seed, epochMs } = host;
  await begin(host, { kind: "open", world, seed, epochMs, version: LOG_VERSION, wallMs });
}

async function begin(host: Host, opening: OpeningEntry): Promise<void> {
  await record(host, opening);
  await setClock(host, host.clock);
}

async function readableEntries(
  journal: Journal,
  options: WorldOptions,
  notices: string[],
): Promise<readonly LogEntry[]> {
  const entries = await journal.read();
  const [opening] = entries;
  if (opening === undefined) return [];
  if (opening.kind !== "open" || opening.version !== LOG_VERSION) {
    await journal.clear();
    notices.push("The world was reset: its log was written by another version.");
    return [];
  }
  if (opening.world !== options.world) {
    throw new Error(`The journal holds the world "${opening.world}", not "${options.world}". Choose another file.`);
  }
  return entries;
}

function openingOf(entries: readonly LogEntry[], options: WorldOptions, wallMs: number): OpeningEntry {
  const [first] = entries;
  if (first?.kind === "open") return first;
  return {
    kind: "open",
    world: options.world,
    seed: options.seed ?? options.world,
    epochMs: options.epochMs ?? flooredToHour(wallMs),
    version: LOG_VERSION,
    wallMs,
  };
}

function firstClock(opening: OpeningEntry, options: WorldOptions): Clock {
  const speed = options.speed ?? options.firstSpeed ?? 1;
  return { worldMs: opening.epochMs, wallMs: opening.wallMs, speed, paused: false };
}

function replay(host: Host, entries: readonly LogEntry[]): void {
  for (const entry of entries) {
    host.lastEntryWallMs = entry.wallMs;
    if (entry.kind === "clock") {
      const { worldMs, wallMs, speed, paused } = entry;
      host.clock = { worldMs, wallMs, speed, paused };
    }
    if (entry.kind === "acts") actAgain(host.world, entry);
    if (entry.kind === "acts" && entry.answer !== undefined) host.kept.answers.set(entry.answer.scope, entry.answer);
  }
}

function actAgain(world: World, { commands, actor, atMs }: ActsEntry): void {
  advance(world, Math.max(atMs, world.nowMs));
  for (const command of commands) execute(world, command, { actor, atMs: world.nowMs });
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
