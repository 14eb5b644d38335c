import { loadOverlays } from "#ui/lazy-overlays.ts";
import { pages } from "./pages.ts";

/** Fetches every page that was not opened yet, one after the other, once the browser has nothing better to do. */
export function fetchTheRestWhenIdle(): void {
  const waiting: (() => Promise<unknown>)[] = [loadOverlays, ...Object.values(pages), loadCallParts];
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
  if (document.readyState === "complete") whenIdle(fetchNext);
  else window.addEventListener("load", () => whenIdle(fetchNext), { once: true });
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
