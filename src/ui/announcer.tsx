import { useSyncExternalStore } from "react";
import { VisuallyHidden } from "./visually-hidden.tsx";

/** Says something to who cannot see it: at most one message in five seconds, the newest wins. */
export function announce(text: string): void {
  waiting = text;
  timer ??= setTimeout(speak, Math.max(0, spokenAtMs + QUIET_MS - performance.now()));
}

/** The one polite live region of the console. */
export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => spoken);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  );
}

const QUIET_MS = 5_000;
const listeners = new Set<() => void>();
let waiting = "";
let spoken = "";
let spokenAtMs = -QUIET_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

function speak(): void {
  timer = undefined;
  spokenAtMs = performance.now();
  // The same words twice are another text, or they would not be read again.
  spoken = waiting === spoken ? `${waiting}\u00a0` : waiting;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
