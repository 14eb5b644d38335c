import type { Page } from "@playwright/test";

/**
 * What a page's thread made people wait for. All of these run in the page; most end when `STOP` is dispatched on it.
 * Nothing in them has a name of its own: whoever runs the bench gives names back by a function that no page has.
 */

/** An event that no page knows, so that whoever measures can say when to stop. */
const STOP = "bench:stop";

/** How long clicks and keys took until what they changed was painted, and tasks that nothing could come between, ms. */
export type Waits = {
  /** Of those that took 16 ms or more. */
  readonly interactionsMs: readonly number[];
  /** All of them. */
  readonly interactions: number;
  readonly longTasksMs: readonly number[];
};

/** Notes every wait from now on. */
export function waitsUntil(stop: string): Promise<Waits> {
  return new Promise((resolve) => {
    const [byInteraction, longTasksMs] = [new Map<unknown, number>(), new Array<number>()];
    const countedBefore = performance.interactionCount;
    const events = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const id: unknown = Reflect.get(entry, "interactionId");
        // A key that goes down and up again is one interaction: as long as the longer of the two.
        if (id !== 0) byInteraction.set(id, Math.max(byInteraction.get(id) ?? 0, entry.duration));
      }
    });
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasksMs.push(duration);
    });
    const shortest: PerformanceObserverInit & { readonly durationThreshold: number } = {
      type: "event",
      durationThreshold: 16,
    };
    events.observe(shortest);
    tasks.observe({ type: "longtask" });
    addEventListener(
      stop,
      () => {
        const interactions = performance.interactionCount - countedBefore;
        resolve({ interactionsMs: [...byInteraction.values()], interactions, longTasksMs });
      },
      { once: true },
    );
  });
}

/** Tasks of over 50 ms since the page began, ms. */
export function longTasksSoFar(): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const longTasksMs: number[] = [];
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasksMs.push(duration);
    });
    tasks.observe({ type: "longtask", buffered: true });
    setTimeout(() => resolve(longTasksMs), 500);
  });
}

/** Times between frames from now on, ms. */
export function framesUntil(stop: string): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const frames: number[] = [];
    const at = { lastMs: performance.now() };
    const watching = {
      next(nowMs: number) {
        frames.push(nowMs - at.lastMs);
        at.lastMs = nowMs;
        requestAnimationFrame((ms) => watching.next(ms));
      },
    };
    requestAnimationFrame((ms) => watching.next(ms));
    addEventListener(stop, () => resolve(frames.slice(1)), { once: true });
  });
}

/** What `note` of these notes on a page while something is done there. */
export async function notedWhile<T>(
  page: Page,
  note: (stop: string) => Promise<T>,
  act: () => Promise<unknown>,
): Promise<T> {
  const acted = act().then(() => page.evaluate((stop) => dispatchEvent(new Event(stop)), STOP));
  const [noted] = await Promise.all([page.evaluate(note, STOP), acted]);
  return noted;
}
