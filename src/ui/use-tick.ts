import { useSyncExternalStore } from "react";

const EVERY_MS = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let ticks = 0;

/**
 * What a clock says, read again each second while the page is visible, for ages that grow.
 * One timer serves the whole console.
 */
export function useTick(readMs: () => number): number {
  // React Compiler would read the clock once and keep the answer.
  "use no memo";
  useSyncExternalStore(subscribe, () => ticks);
  return readMs();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener("visibilitychange", attend);
    attend();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", attend);
    clearInterval(timer);
    timer = undefined;
  };
}

function attend(): void {
  if (document.visibilityState === "hidden") {
    clearInterval(timer);
    timer = undefined;
    return;
  }
  if (timer !== undefined) return;
  // A page that was away is behind: what it shows is brought up to date at once, then each second.
  if (ticks > 0) tick();
  timer = setInterval(tick, EVERY_MS);
}

function tick(): void {
  ticks += 1;
  for (const listener of listeners) listener();
}
