import type { Page } from "@playwright/test";

/** The chance every test's world is made with: the same devices meet the same fates each time. */
export const SEED = "e2e";
/** When every test's world begins. */
export const EPOCH = "2026-11-17T08:00:00Z";

/** A world of the demo, as its address names it. Its clock runs at `speed` world seconds a second, 1 unless said. */
export type World = {
  readonly world?: "demo" | "empty" | "bad-build";
  readonly seed?: string;
  readonly speed?: number;
};

/** Opens `path` of the demo in a world of this test's own: each test has its own browser storage. */
export async function openWorld(page: Page, path = "/", { world = "demo", seed = SEED, speed = 1 }: World = {}) {
  const query = new URLSearchParams({ world, seed, epoch: EPOCH, speed: String(speed) });
  await page.goto(`${path}${path.includes("?") ? "&" : "?"}${query}`);
}

/** Moves the world's clock on, as if that many minutes had been waited for. */
export async function travel(page: Page, minutes: number): Promise<void> {
  const status = await page.evaluate(async (seconds) => {
    const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
    const answer = await fetch("/v1/world/advance", { method: "POST", headers, body: JSON.stringify({ seconds }) });
    return answer.status;
  }, minutes * 60);
  if (status !== 200) throw new Error(`The world did not move: ${status}.`);
}
