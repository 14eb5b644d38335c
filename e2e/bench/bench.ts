/**
 * `npm run bench`: what a user waits for, as medians of several runs with their spread. Names of measures as arguments
 * run only those. Nothing is asserted: times depend on the machine and on what else it does, so each is read beside its
 * bar or beside a smaller peer of the same run, and what must hold everywhere is a test instead.
 */
import { chromium, type Browser } from "@playwright/test";
import { findBrowser } from "../run/find-browser.ts";
import { launchOptions } from "../run/launch-options.ts";
import { tableOf, type Section } from "./figures.ts";
import { benchFirstRows } from "./first-rows.ts";
import { benchHistory } from "./history.ts";
import { benchLiveMinute } from "./layout-shift.ts";
import { benchMillion } from "./million.ts";
import { benchTargets } from "./targets-page.ts";

type Measure = (browser: Browser) => Promise<readonly Section[]>;

const MEASURES: Readonly<Record<string, Measure>> = {
  "first-rows": benchFirstRows,
  history: benchHistory,
  targets: benchTargets,
  live: benchLiveMinute,
  million: benchMillion,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in MEASURES));
if (unknown.length > 0) {
  console.error(`There is no measure ${unknown.join(", ")}. There are ${Object.keys(MEASURES).join(", ")}.`);
  process.exitCode = 1;
} else {
  await run(Object.entries(MEASURES).filter(([name]) => asked.length === 0 || asked.includes(name)));
}

async function run(measures: readonly (readonly [string, Measure])[]): Promise<void> {
  const browser = await chromium.launch(launchOptions(findBrowser()));
  try {
    for (const [, measure] of measures) {
      // Alone, each of them, and shown as soon as it is known.
      // oxlint-disable-next-line no-await-in-loop
      for (const section of await measure(browser)) console.log(`\n${tableOf(section)}`);
    }
  } finally {
    await browser.close();
  }
}
