import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { durationOf, longestOf, shareOver, type Figure, type Section } from "./figures.ts";
import { ownWorkWhile } from "./own-work.ts";
import { longTasksSoFar, notedWhile, waitsUntil } from "./page-thread.ts";
import { scrolling } from "./scrolling.ts";
import { serveDemo } from "./served-site.ts";
import { devicesOf, figureOf, watchRollout, type WatchedPage } from "./watched-page.ts";
import { watchingCost } from "./watching-cost.ts";

const ROUNDS = 12;
/** As somebody does who knows what to do next. */
const THINKS_MS = 150;
const MONITORED_MS = 60_000;
const RELOADS = 3;
const BYTES_A_MB = 1_048_576;

/** The page of a rollout on a million devices, an hour of their life in a minute, beside that of the demo. */
export async function benchMillion(browser: Browser): Promise<readonly Section[]> {
  const site = await serveDemo();
  const small = await watchRollout(browser, site.origin, "demo", "Production EU");
  const ofSmall = await usedByHand(browser, small.page);
  await small.context.close();
  const watched = await watchRollout(browser, site.origin, "million", "Everywhere");
  const { context, page } = watched;
  const atStart = await page.evaluate(longTasksSoFar);
  const ofLarge = await usedByHand(browser, page);
  const list = await scrolling(browser, page);
  const minute = await notedWhile(page, waitsUntil, () => sleep(MONITORED_MS));
  const ofPage = [
    durationOf("first rows, the world built anew", [watched.firstRowsMs]),
    longTasks("at its start", atStart),
    longTasks("in a minute of watching", minute.longTasksMs),
    { what: "heap after it", value: `${(await heapOf(watched)).toFixed(1)} MB`, bar: "≤ 60 MB" },
    durationOf("loaded again", await reloadsOf(page), "≤ 2,000 ms"),
  ];
  await context.close();
  const cost = { heading: "Cost of watching", figures: await watchingCost(browser, site.origin) };
  await site.stop();
  return [
    { heading: "Clicks and keys while 1,250 devices move, to compare", figures: ofSmall },
    { heading: "Clicks and keys while a million devices move", figures: ofLarge },
    { heading: "The list of a million devices", figures: list },
    { heading: "The page of a million devices", figures: ofPage },
    cost,
  ];
}

/** Filters, sorts, opens devices, types and goes through the list by keys, again and again. */
async function usedByHand(browser: Browser, page: Page): Promise<readonly Figure[]> {
  let ownWorkMs: readonly number[] = [];
  const noted = await notedWhile(page, waitsUntil, async () => {
    ownWorkMs = await ownWorkWhile(browser, page, () => manyRounds(page));
  });
  const { interactions, interactionsMs, longTasksMs } = noted;
  return [
    { what: "clicks and keys", value: String(interactions) },
    { what: "slowest 2 % of them take at least", value: shareOver(interactionsMs, interactions, 0.02), bar: "≤ 50 ms" },
    { what: "the slowest takes", value: longestOf(interactionsMs) },
    longTasks("meanwhile", longTasksMs),
    { what: "the longest task, only what it worked itself", value: longestOf(ownWorkMs) },
  ];
}

async function manyRounds(page: Page): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one person has one hand
    await oneRound(page, round);
  }
}

async function oneRound(page: Page, round: number): Promise<void> {
  const legend = page.getByRole("group", { name: "Show only devices that are" });
  const bucket = legend.getByRole("button").nth(round % 4);
  const search = page.getByRole("searchbox", { name: "Find a device" });
  const head = devicesOf(page).getByRole("columnheader").getByRole("button");
  const rows = devicesOf(page).getByRole("row").getByRole("link");
  const think = () => sleep(THINKS_MS);
  await bucket.click();
  await bucket.and(page.locator("[aria-pressed=true]")).waitFor();
  await think();
  await bucket.click();
  await bucket.and(page.locator("[aria-pressed=false]")).waitFor();
  await think();
  await head.nth(round % 2).click();
  await think();
  await search.click();
  await page.keyboard.type(["oakland-0", "truck-1", "buoy-00"][round % 3] ?? "", { delay: 60 });
  await think();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Backspace");
  await page.waitForURL(({ searchParams }) => !searchParams.has("term"));
  await think();
  await rows.nth(round % 5).click();
  await page.getByRole("complementary").first().waitFor();
  await think();
  await page.keyboard.press("Escape");
  await think();
  for (const key of ["Tab", "Tab", "Tab", "PageDown", "PageUp"]) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press(key);
  }
  await think();
}

function longTasks(when: string, tasksMs: readonly number[]): Figure {
  const value = String(tasksMs.length);
  return { what: `tasks over 50 ms ${when}`, value, spread: `longest ${longestOf(tasksMs)}`, bar: "0" };
}

/** What lives on when all that is garbage is gone, MB. */
async function heapOf({ figures }: WatchedPage): Promise<number> {
  await figures.send("HeapProfiler.collectGarbage");
  return (await figureOf(figures, "JSHeapUsedSize")) / BYTES_A_MB;
}

async function reloadsOf(page: Page): Promise<readonly number[]> {
  const tookMs: number[] = [];
  for (let run = 0; run < RELOADS; run += 1) {
    const fromMs = performance.now();
    // oxlint-disable no-await-in-loop -- one load after the other
    await page.reload({ waitUntil: "commit" });
    await devicesOf(page).waitFor();
    tookMs.push(performance.now() - fromMs);
    await sleep(MONITORED_MS / 10);
    // oxlint-enable no-await-in-loop
  }
  return tookMs;
}
