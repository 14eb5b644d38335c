import type { Browser } from "@playwright/test";
import { durationOf, ratioOf, type Section } from "./figures.ts";
import { serveConsoleOn, type ServedSite } from "./served-site.ts";

const RUNS = 5;
const ROWS = 'table[aria-label="Deployment history"] tbody tr';

/** A history of 1,000 deployments of 50 packages, beside one of 17 deployments of six. */
export async function benchHistory(browser: Browser): Promise<readonly Section[]> {
  const [long, short] = [await serveConsoleOn("history"), await serveConsoleOn("demo")];
  const [longMs, shortMs]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    // One after the other: two at once would measure each other.
    // oxlint-disable no-await-in-loop
    longMs.push(await opensInMs(browser, long, "Long running"));
    shortMs.push(await opensInMs(browser, short, "Production EU"));
    // oxlint-enable no-await-in-loop
  }
  await Promise.all([long.stop(), short.stop()]);
  const figures = [
    durationOf("1,000 deployments × 50 packages", longMs, "≤ 300 ms"),
    durationOf("the demo's Production EU", shortMs),
    ratioOf("the long one takes", longMs, shortMs),
  ];
  return [{ heading: "A history opens, from the click to its first rows", figures }];
}

/** In a browser that opens a history for the first time. */
async function opensInMs(browser: Browser, site: ServedSite, cohortName: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin);
  const link = page.getByRole("link", { name: cohortName, exact: true });
  await link.waitFor();
  await site.atRest();
  const tookMs = await link.evaluate(clickUntilPainted, ROWS);
  await context.close();
  return tookMs;
}

/** Runs in the page, so that nothing but the page is measured. */
function clickUntilPainted(link: Element, rows: string): Promise<number> {
  return new Promise((resolve) => {
    const clickedAtMs = performance.now();
    new MutationObserver((_, watching) => {
      if (document.querySelector(rows) === null) return;
      watching.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - clickedAtMs)));
    }).observe(document, { childList: true, subtree: true });
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
}
