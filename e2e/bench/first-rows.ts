import type { Browser, Page } from "@playwright/test";
import { bytesBeforeRows, bytesInAll } from "./bytes.ts";
import { durationOf, type Section } from "./figures.ts";
import { serveConsoleOn, serveDemo, type Asked, type ServedSite } from "./served-site.ts";

const RUNS = 5;
const ROWS = 'table[aria-busy="false"] tbody tr';
const PAINTED = "first-rows-painted";

/** From nothing to the first rows of the first page: bytes, and time over the slow line. */
export async function benchFirstRows(browser: Browser): Promise<readonly Section[]> {
  const console = await benchBuild(browser, await serveConsoleOn("demo"));
  const demo = await benchBuild(browser, await serveDemo());
  return [
    {
      heading: "Bytes of the console on a backend",
      figures: [...bytesBeforeRows(console.files, console.asked, "≤ 190 KB gzip"), ...bytesInAll(console.files)],
    },
    { heading: "Bytes of the demo, its backend included", figures: bytesBeforeRows(demo.files, demo.asked) },
    {
      heading: "First rows at 10 Mbps and 40 ms",
      figures: [
        durationOf("console, cold", console.coldMs, "≤ 1,200 ms"),
        durationOf("console, warm", console.warmMs, "≤ 500 ms"),
        durationOf("demo, cold", demo.coldMs, "≤ 2,000 ms"),
        durationOf("demo, warm", demo.warmMs, "≤ 500 ms"),
      ],
    },
  ];
}

async function benchBuild(browser: Browser, site: ServedSite) {
  const [coldMs, warmMs]: [number[], number[]] = [[], []];
  let asked: readonly string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // A run of its own each time: two at once would measure each other.
    // oxlint-disable-next-line no-await-in-loop
    const opened = await openTwice(browser, site);
    coldMs.push(opened.coldMs);
    warmMs.push(opened.warmMs);
    asked = opened.asked;
  }
  await site.stop();
  return { coldMs, warmMs, asked, files: site.files };
}

/** Opens the first page in a browser that has never seen it, then again, keeping what may be kept. */
async function openTwice(browser: Browser, site: ServedSite) {
  const context = await browser.newContext();
  await context.addInitScript(markFirstRows, { rows: ROWS, mark: PAINTED });
  const page = await context.newPage();
  site.takeAsked();
  const cold = await openUntilRows(page, site.slowOrigin);
  // What else the page fetches, in the demo all of the rest, has come to rest before it is opened again.
  await site.atRest();
  const asked = filesBy(site.takeAsked(), cold.paintedAtMs);
  const warm = await openUntilRows(page, site.slowOrigin);
  await context.close();
  return { coldMs: cold.tookMs, warmMs: warm.tookMs, asked };
}

/** Runs in the page: leaves a mark in its timeline when a frame with rows has been painted. */
function markFirstRows({ rows, mark }: { readonly rows: string; readonly mark: string }): void {
  new MutationObserver((_, watching) => {
    if (document.querySelector(rows) === null) return;
    watching.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(mark)));
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

async function openUntilRows(page: Page, url: string) {
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, PAINTED);
  return page.evaluate((mark) => {
    const tookMs = performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN;
    return { tookMs, paintedAtMs: performance.timeOrigin + tookMs };
  }, PAINTED);
}

function filesBy(asked: readonly Asked[], atMs: number): readonly string[] {
  return asked.filter((one) => one.atMs <= atMs).map(({ path }) => path);
}
