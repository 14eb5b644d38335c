import type { Faults, WorldInfo } from "#domain/world.ts";
import { hours } from "#lib/duration.ts";
import type { World } from "#mocks/engine/world.ts";
import type { Blobs } from "./blobs.ts";
import { reanchored, worldTimeAt, type Clock } from "./clock.ts";
import type { CheckpointKeeper } from "./checkpoint-keeper.ts";
import type { ActsEntry, Journal, LogEntry, OpeningEntry } from "./journal.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import type { Turn } from "./turn.ts";
import { advanceTold, WINDOW_TELLER } from "./window-facts.ts";

/** How long a world may be looked at before its clock is written down again: what a restart can lose of it. */
const CLOCK_KEPT_EVERY_MS = hours(1);

/**
 * How much of the schedule may come before one request is answered: a fraction of a second on a usual machine, and on any
 * far less than the time after which whoever asks gives up.
 */
const EVENTS_AT_ONCE = 60_000;

/** A world that is open: its engine, its clock, and where both are kept. Mutable; only this layer writes to it. */
export type Host = {
  readonly worldName: string;
  seed: string;
  epochMs: number;
  /** The first entry of the log, and how many there are. */
  opening: OpeningEntry;
  logged: number;
  world: World;
  clock: Clock;
  kept: KeptAnswers;
  /** Answers to spoil, in order. Kept in memory only: they are spent as they are used. */
  nextAnswers: NonNullable<Faults["nextAnswers"]>;
  /** What the world has to say about itself, newest last. */
  notices: string[];
  readonly journal: Journal;
  readonly blobs: Blobs;
  readonly checkpoints: CheckpointKeeper;
  readonly turn: Turn;
  /** Somebody's turn has begun, and is not written down yet. */
  acting: boolean;
  lastEntryWallMs: number;
  /** Counts requests, so that each draws its own faults. */
  requests: number;
};

/**
 * Lets the world catch up with the host's clock; resolves when what it was told on the way would survive a crash. While
 * somebody acts it stands still: their act is written down as of one instant. A world that is too much for the machine
 * at its speed runs slower than it is said to: its clock waits for it, so that every request is answered in time.
 */
export async function catchUp(host: Host, wallMs: number): Promise<void> {
  if (host.acting) return;
  await goOn(host, wallMs, EVENTS_AT_ONCE);
  const { clock, world } = host;
  // Not written down: a clock of the log that is ahead of its world is waited for again.
  if (world.nowMs < worldTimeAt(clock, wallMs)) host.clock = { ...clock, worldMs: world.nowMs, wallMs };
}

/** Lets the world go on as its clock says, whoever acts, but for `mostEvents` at most. */
export async function goOn(host: Host, wallMs: number, mostEvents = Infinity): Promise<void> {
  const nowMs = worldTimeAt(host.clock, wallMs);
  if (nowMs <= host.world.nowMs) return;
  const told = advanceTold(host.world, nowMs, mostEvents).map(({ atMs, commands }): ActsEntry => {
    return { kind: "acts", atMs, wallMs, actor: WINDOW_TELLER, commands };
  });
  await Promise.all(told.map((entry) => record(host, entry)));
}

/** Writes an entry; resolves when it would survive a crash. */
export async function record(host: Host, entry: LogEntry): Promise<void> {
  host.lastEntryWallMs = entry.wallMs;
  host.logged += 1;
  await host.journal.append(entry);
}

/** Sets the world's clock anew, from `wallMs` on. */
export async function setClock(host: Host, clock: Clock): Promise<void> {
  host.clock = clock;
  await record(host, { kind: "clock", ...clock });
}

/** Writes the clock down when that was long ago, so that a world that is only watched does not fall back far. */
export async function keepClock(host: Host, wallMs: number): Promise<void> {
  if (wallMs - host.lastEntryWallMs < CLOCK_KEPT_EVERY_MS) return;
  await setClock(host, reanchored(host.clock, wallMs, {}));
}

/** How whoever asks would have the world begin; a world that has begun keeps its own until it is reset. */
export type Beginning = { readonly seed?: string; readonly epochMs?: number };

/** The world as it describes itself to someone who would have had it begin like `wanted`. */
export function infoOf(host: Host, wanted: Beginning): WorldInfo {
  const notices = [...host.notices, ...(beganAs(host, wanted) ? [] : [KEEPS_ITS_OWN])];
  return {
    name: host.worldName,
    seed: host.seed,
    epochMs: host.epochMs,
    nowMs: host.world.nowMs,
    speed: host.clock.speed,
    paused: host.clock.paused,
    faults: {
      ...host.world.faults,
      ...(host.nextAnswers.length === 0 ? {} : { nextAnswers: host.nextAnswers }),
    },
    ...(notices.length === 0 ? {} : { notice: notices.join(" ") }),
  };
}

const KEEPS_ITS_OWN = "This world exists already and keeps its own seed and epoch; reset it to take the new ones.";

function beganAs(host: Host, { seed = host.seed, epochMs = host.epochMs }: Beginning): boolean {
  return seed === host.seed && epochMs === host.epochMs;
}
