import type { createBrowserRouter } from "react-router";
import { loadDeployParts } from "#features/deploy/lazy-parts.ts";
import { loadRolloutParts } from "#features/rollout/lazy-parts.ts";
import { loadOverlays } from "#ui/lazy-overlays.ts";
import { pages } from "./pages.ts";

type Router = ReturnType<typeof createBrowserRouter>;

/**
 * Fetches every page that was not opened yet, one after the other, once the first one is there and the browser has
 * nothing better to do. A browser that waits for the mock to make its world has nothing to do either, and the first page
 * is still to come then.
 */
export function fetchTheRestWhenIdle(router: Router): void {
  const waiting: (() => Promise<unknown>)[] = [
    loadOverlays,
    ...Object.values(pages),
    loadDeployParts,
    loadRolloutParts,
    loadCallParts,
  ];
  const fetchNext = async (): Promise<void> => {
    const next = waiting.shift();
    if (next === undefined) return;
    try {
      await next();
      whenIdle(fetchNext);
    } catch {
      // The server is away: what is missing is fetched when it is opened, or when the browser is online again.
      waiting.unshift(next);
      window.addEventListener("online", () => whenIdle(fetchNext), { once: true });
    }
  };
  whenLoaded(router, () => whenIdle(fetchNext));
}

function whenLoaded(router: Router, act: () => void): void {
  if (router.state.initialized) return act();
  const stop = router.subscribe(({ initialized }) => {
    if (!initialized) return;
    stop();
    act();
  });
}

function whenIdle(act: () => Promise<void>): void {
  // Safari has no idle callback. The act settles by itself.
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => void act());
  else setTimeout(() => void act(), 200);
}

async function loadCallParts(): Promise<void> {
  const { fetchCallParts } = await import("#api/fetch-ahead.ts");
  await fetchCallParts();
}
