/** Tries of one call in all, the first included. */
const MAX_TRIES = 3;

const BASE_MS = 400;
const CAP_MS = 4_000;
/** A backend that asks for more patience than this is not waited for: the person is told instead. */
const PATIENCE_MS = 10_000;

/** Statuses after which the same call may succeed. */
const PASSING = [429, 500, 502, 503, 504] as const;

/** How one try ended, when it did not end well. */
export type FailedTry = {
  /** Absent: no answer at all. */
  readonly status?: number;
  /** The body could not be read: cut short, or not JSON. */
  readonly garbled: boolean;
  /** What the answer's Retry-After asks for. */
  readonly retryAfterMs?: number;
};

/** What the next try depends on besides how the last one ended. */
export type TryContext = {
  /** Tries so far, from 1. */
  readonly tries: number;
  /** The call can be repeated without doing anything twice: a read, or a write with a key. */
  readonly repeatable: boolean;
  readonly online: boolean;
  /** From 0 to below 1. */
  readonly random: number;
};

/**
 * How long to wait before the next try; undefined: no further try.
 * Full jitter over a doubling span, never less than Retry-After; only what is repeatable, never while offline.
 */
export function retryDelayMs(failed: FailedTry, { tries, repeatable, online, random }: TryContext): number | undefined {
  if (!repeatable || !online || tries >= MAX_TRIES || !mayPass(failed)) return undefined;
  const jitterMs = random * Math.min(CAP_MS, BASE_MS * 2 ** (tries - 1));
  const askedMs = failed.retryAfterMs ?? 0;
  return askedMs > PATIENCE_MS ? undefined : Math.max(jitterMs, askedMs);
}

function mayPass({ status, garbled, retryAfterMs }: FailedTry): boolean {
  if (status === undefined || garbled) return true;
  // 409 with Retry-After: the first try under the same key is still being answered.
  if (status === 409) return retryAfterMs !== undefined;
  return PASSING.some((passing) => passing === status);
}

/** Milliseconds asked for by a Retry-After header, in seconds or as a date; undefined when there is none to read. */
export function retryAfterMsOf(header: string | null, nowMs: number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const atMs = Date.parse(header);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
