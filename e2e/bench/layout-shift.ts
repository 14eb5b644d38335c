import type { Browser } from "@playwright/test";
import type { Section } from "./figures.ts";
import { serveDemo } from "./served-site.ts";

const LIVE_MS = 60_000;
/** What the browser's makers call a burst: shifts less than a second apart, and five seconds at most. */
const BURST_GAP_MS = 1_000;
const BURST_MS = 5_000;

type Shift = { readonly atMs: number; readonly score: number };

/** What moves by itself on the page of the demo's running rollout, from its opening and for a minute of watching. */
export async function benchLiveMinute(browser: Browser): Promise<readonly Section[]> {
  const site = await serveDemo();
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(site.origin);
  await page.getByRole("link", { name: "Production EU", exact: true }).click();
  const active = page.getByRole("table", { name: "Deployment history" }).getByRole("row").filter({ hasText: "Active" });
  await page.goto(new URL((await active.getByRole("link").first().getAttribute("href")) ?? "", site.origin).href);
  const shifts = await page.evaluate(shiftsFor, LIVE_MS);
  await context.close();
  await site.stop();
  const sum = shifts.reduce((all, { score }) => all + score, 0);
  const figures = [
    { what: "worst burst (CLS)", value: worstBurst(shifts).toFixed(4), bar: "≤ 0.01" },
    { what: "all shifts together", value: sum.toFixed(4) },
  ];
  return [{ heading: "Layout shift while a rollout is watched for a minute", figures }];
}

/** The largest sum of shifts that belong together. Source: web.dev/articles/cls, session windows. */
function worstBurst(shifts: readonly Shift[]): number {
  let [worst, sum, beganAtMs, lastAtMs] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  for (const { atMs, score } of shifts) {
    const belongs = atMs - lastAtMs < BURST_GAP_MS && atMs - beganAtMs < BURST_MS;
    sum = belongs ? sum + score : score;
    if (!belongs) beganAtMs = atMs;
    lastAtMs = atMs;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** Runs in the page: what shifted since it was opened and for so long from now, but for what a person's act moved. */
function shiftsFor(forMs: number): Promise<readonly Shift[]> {
  return new Promise((resolve) => {
    const shifts: Shift[] = [];
    const watching = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const score = "value" in entry && typeof entry.value === "number" ? entry.value : 0;
        const caused = "hadRecentInput" in entry && entry.hadRecentInput === true;
        if (!caused) shifts.push({ atMs: entry.startTime, score });
      }
    });
    watching.observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(shifts), forMs);
  });
}
