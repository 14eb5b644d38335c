import createClient from "openapi-fetch";
import type { paths } from "#contract/wire.gen.ts";
import { clockAfterAnswer, clockAtSpeed, worldTimeAt, type WorldClock } from "./world-clock.ts";

/** The typed client over HTTP, same origin. Everything goes through `read` and `write` of call.ts. */
export const client = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin,
  fetch: (request) => fetch(request),
});

let answering: Promise<unknown> = Promise.resolve();

/** Makes every call wait until the backend is there, e.g. a mock that is starting. The shell does not wait. */
export function apiAnswersAfter(start: Promise<unknown>): void {
  answering = start;
}

/** Resolves once the backend can be asked. @throws what its start threw. */
export async function apiAnswers(): Promise<void> {
  await answering;
}

let clock: WorldClock | undefined;

let tellsWorldTime = false;

/**
 * Takes the backend's time from an answer: `x-slipway-now`, else `Date`. Once it was the former, the date of an answer
 * without it is somebody else's: a proxy that says the backend is away.
 */
export function noteAnswer(headers: Headers): void {
  const worldTime = headers.get("x-slipway-now");
  if (worldTime !== null) tellsWorldTime = true;
  const atMs = Date.parse(worldTime ?? (tellsWorldTime ? "" : (headers.get("Date") ?? "")));
  if (!Number.isNaN(atMs)) clock = clockAfterAnswer(clock, atMs, performance.now());
}

/** Takes the world's speed, so that ages tick between answers: world time a wall time, 0 while paused. */
export function noteWorldSpeed(speed: number): void {
  clock = clockAtSpeed(clock, speed, performance.now());
}

/**
 * The backend's time now, in milliseconds: the last answer's and what has passed since, at the world's speed.
 * All ages and countdowns come from it, never from the reader's own clock, which only stands in before the first answer.
 */
export function worldNowMs(): number {
  return clock === undefined ? Date.now() : worldTimeAt(clock, performance.now());
}
