import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { longestOf, type Figure } from "./figures.ts";
import { ownWorkWhile } from "./own-work.ts";
import { framesUntil, notedWhile } from "./page-thread.ts";
import { devicesOf } from "./watched-page.ts";

const PAGE_SIZES = ["25", "50", "100"] as const;
const WHEEL_PX = 120;
const WHEEL_EVERY_MS = 30;
/** A frame that missed its turn, at 60 a second. */
const LATE_MS = 25;

/** From the first row to the last of a page of 100 and back, and to the last row of all. */
export async function scrolling(browser: Browser, page: Page): Promise<readonly Figure[]> {
  await showAPage(page, "100");
  const atRest = await notedWhile(page, framesUntil, () => sleep(3_000));
  let ownWorkMs: readonly number[] = [];
  const byWheel = await notedWhile(page, framesUntil, async () => {
    ownWorkMs = await ownWorkWhile(browser, page, () => wheelToTheEnd(page));
  });
  const byKeys = await notedWhile(page, framesUntil, async () => {
    for (const key of ["Home", ...Array.from({ length: 12 }, () => "PageDown"), "Home", "End"]) {
      // oxlint-disable no-await-in-loop -- a key, and what it moves
      await page.keyboard.press(key);
      await sleep(WHEEL_EVERY_MS * 5);
      // oxlint-enable no-await-in-loop
    }
  });
  const reached = [];
  for (const size of PAGE_SIZES) {
    // oxlint-disable-next-line no-await-in-loop -- one size after the other
    reached.push({ what: `the last of all rows, ${size} a page`, value: await lastRowOf(page, size) });
  }
  return [
    lateFrames("late frames at rest", atRest),
    lateFrames("late frames by wheel", byWheel, "≤ 2 %"),
    lateFrames("late frames by keys", byKeys, "≤ 2 %"),
    { what: "longest task by wheel, only what it worked itself", value: longestOf(ownWorkMs) },
    ...reached,
  ];
}

async function wheelToTheEnd(page: Page): Promise<void> {
  await page.mouse.move(400, 400);
  for (let leftPx = await page.evaluate(pixelsBelow); leftPx > 0; leftPx -= WHEEL_PX) {
    // oxlint-disable no-await-in-loop -- one turn of the wheel after the other
    await page.mouse.wheel(0, WHEEL_PX);
    await sleep(WHEEL_EVERY_MS);
    // oxlint-enable no-await-in-loop
  }
}

function pixelsBelow(): number {
  const { scrollHeight, scrollTop, clientHeight } = document.documentElement;
  return scrollHeight - scrollTop - clientHeight;
}

/** Goes to the last page and its end, and says what row is there and whether it is seen. */
async function lastRowOf(page: Page, size: string): Promise<string> {
  const pages = page.getByRole("navigation", { name: "Pages of devices" });
  await showAPage(page, size);
  await pages.getByRole("button", { name: "Last page" }).click();
  await pages.getByRole("button", { name: "Next page" }).and(page.locator(":disabled, [aria-disabled=true]")).waitFor();
  await page.keyboard.press("End");
  await sleep(500);
  const last = devicesOf(page).getByRole("row").last();
  const box = await last.boundingBox();
  const isSeen = box !== null && box.y >= 0 && box.y + box.height <= 720;
  return `${await pages.locator("span").first().innerText()}, ${isSeen ? "seen" : "not seen"}`;
}

/** Leaves the focus to the page, so that keys scroll it. */
async function showAPage(page: Page, size: string): Promise<void> {
  const pages = page.getByRole("navigation", { name: "Pages of devices" });
  const choice = pages.getByRole("combobox");
  await choice.selectOption(size);
  await choice.blur();
  await pages.getByText(`1–${size} of`).waitFor();
}

function lateFrames(what: string, frames: readonly number[], bar?: string): Figure {
  const late = frames.filter((ms) => ms > LATE_MS).length;
  const share = `${((100 * late) / frames.length).toFixed(1)} %`;
  const longest = `${frames.length} frames, longest ${Math.round(Math.max(...frames))} ms`;
  return { what, value: share, spread: longest, ...(bar === undefined ? {} : { bar }) };
}
