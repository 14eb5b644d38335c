import { hours } from "#lib/duration.ts";

/** The world's clock: it read `worldMs` when the host's read `wallMs`. Source: contract.md, Clocks and the log. */
export type Clock = {
  readonly worldMs: number;
  readonly wallMs: number;
  /** World seconds a wall second, 1 to 3,600. */
  readonly speed: number;
  readonly paused: boolean;
};

/** Fastest a world may run, in world seconds a wall second. */
export const MAX_SPEED = 3_600;

/** A host that was away for longer than this resumes where the world stood; in milliseconds. */
const AWAY_AFTER_MS = hours(24);

/** What the world's clock reads when the host's reads `wallMs`: whole milliseconds, never before its anchor. */
export function worldTimeAt(clock: Clock, wallMs: number): number {
  if (clock.paused) return clock.worldMs;
  return clock.worldMs + Math.max(0, Math.floor((wallMs - clock.wallMs) * clock.speed));
}

/** The same clock anchored at `wallMs`, with some of its settings changed; the world's time does not jump. */
export function reanchored(clock: Clock, wallMs: number, change: Partial<Pick<Clock, "speed" | "paused">>): Clock {
  return { ...clock, ...change, worldMs: worldTimeAt(clock, wallMs), wallMs };
}

/** The clock as a host finds it that opens a log whose last entry was written at `lastWallMs`. */
export function resumed(clock: Clock, lastWallMs: number, wallMs: number): Clock {
  if (wallMs - lastWallMs <= AWAY_AFTER_MS) return clock;
  return { ...clock, worldMs: worldTimeAt(clock, lastWallMs), wallMs };
}
