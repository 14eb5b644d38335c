import type { Browser, BrowserContext, CDPSession, Page } from "@playwright/test";

/** World seconds a second: an hour of a fleet's life in a minute of watching. */
const SPEED = 60;

/** A rollout that is being watched, in a browser that has seen nothing else. */
export type WatchedPage = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The browser's own figures of the page; times are what its thread worked, not what it waited. */
  readonly figures: CDPSession;
  readonly firstRowsMs: number;
};

/** Opens what is active on a cohort of a world of the demo, and waits until its devices are there. */
export async function watchRollout(
  browser: Browser,
  origin: string,
  world: string,
  cohort: string,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  // Other things may run on this machine; that a world opens slowly is told, not failed.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const openedAtMs = performance.now();
  await page.goto(`${origin}/?world=${world}&speed=${SPEED}`);
  const link = page.getByRole("link", { name: cohort, exact: true });
  await link.waitFor();
  const firstRowsMs = performance.now() - openedAtMs;
  await link.click();
  const history = page.getByRole("table", { name: "Deployment history" });
  await history.getByRole("row").filter({ hasText: "Active" }).getByRole("link").first().click();
  await devicesOf(page).waitFor();
  const figures = await context.newCDPSession(page);
  await figures.send("Performance.enable", { timeDomain: "threadTicks" });
  return { context, page, figures, firstRowsMs };
}

/** The list of devices. */
export function devicesOf(page: Page) {
  return page.getByRole("table", { name: "Devices of this rollout" });
}

/** One of the browser's figures, by name. */
export async function figureOf(figures: CDPSession, name: string): Promise<number> {
  const { metrics } = await figures.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
}
