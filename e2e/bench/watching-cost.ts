import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { ratioOf, type Figure } from "./figures.ts";
import { figureOf, watchRollout } from "./watched-page.ts";

const SETTLES_MS = 5_000;
const WATCHED_MS = 20_000;

/** What a second of watching costs. */
type Cost = { readonly requests: number; readonly kilobytes: number; readonly cpuMs: number };

/** Watching the demo's rollout of 1,250 devices, then one of a million: the cost must not grow with the fleet. */
export async function watchingCost(browser: Browser, origin: string): Promise<readonly Figure[]> {
  const small = await costOf(browser, origin, "demo", "Production EU");
  const large = await costOf(browser, origin, "million", "Everywhere");
  const figureOfBoth = (what: string, unit: string, value: (cost: Cost) => number): readonly Figure[] => [
    { what: `${what} a second, 1,250 devices`, value: `${value(small).toFixed(1)} ${unit}`.trim() },
    { what: `${what} a second, 1,000,000 devices`, value: `${value(large).toFixed(1)} ${unit}`.trim() },
    ratioOf("the million takes", [value(large)], [value(small)], "≤ × 1.5"),
  ];
  return [
    ...figureOfBoth("requests", "", ({ requests }) => requests),
    ...figureOfBoth("answers", "KB", ({ kilobytes }) => kilobytes),
    ...figureOfBoth("work of the page's thread", "ms", ({ cpuMs }) => cpuMs),
  ];
}

async function costOf(browser: Browser, origin: string, world: string, cohort: string): Promise<Cost> {
  const { context, page, figures } = await watchRollout(browser, origin, world, cohort);
  await sleep(SETTLES_MS);
  let [requests, bytes] = [0, 0];
  await figures.send("Network.enable");
  figures.on("Network.requestWillBeSent", ({ request }) => {
    if (new URL(request.url).pathname.startsWith("/v1/")) requests += 1;
  });
  figures.on("Network.dataReceived", ({ dataLength }) => (bytes += dataLength));
  const cpuBefore = await figureOf(figures, "TaskDuration");
  await sleep(WATCHED_MS);
  const cpu = (await figureOf(figures, "TaskDuration")) - cpuBefore;
  await page.close();
  await context.close();
  const seconds = WATCHED_MS / 1_000;
  return { requests: requests / seconds, kilobytes: bytes / 1_024 / seconds, cpuMs: (cpu * 1_000) / seconds };
}
