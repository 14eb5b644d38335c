/** What is known of the backend's time: its last word, when that was received, and how fast it runs. */
export type WorldClock = {
  /** The backend's time in the last answer. */
  readonly worldMs: number;
  /** The page's monotonic time at that moment. */
  readonly wallMs: number;
  /** World milliseconds a wall millisecond; 0 while the world is paused, 1 when unknown. */
  readonly speed: number;
};

/** Answers overtake each other; a step back of up to this much wall time is that, a larger one is a world set anew. */
const OVERTAKEN_MS = 5_000;

/** The backend's time now: its last word and what has passed since. */
export function worldTimeAt(clock: WorldClock, wallMs: number): number {
  return clock.worldMs + (wallMs - clock.wallMs) * clock.speed;
}

/** The clock after an answer that said it is `worldMs`. Never steps back for an answer that was merely overtaken. */
export function clockAfterAnswer(clock: WorldClock | undefined, worldMs: number, wallMs: number): WorldClock {
  if (clock === undefined) return { worldMs, wallMs, speed: 1 };
  const expectedMs = worldTimeAt(clock, wallMs);
  const overtaken = worldMs < expectedMs && expectedMs - worldMs <= OVERTAKEN_MS * Math.max(1, clock.speed);
  return { ...clock, worldMs: overtaken ? expectedMs : worldMs, wallMs };
}

/** The clock once the world's speed is known; its time goes on from where it is. */
export function clockAtSpeed(clock: WorldClock | undefined, speed: number, wallMs: number): WorldClock | undefined {
  return clock === undefined ? undefined : { worldMs: worldTimeAt(clock, wallMs), wallMs, speed };
}
