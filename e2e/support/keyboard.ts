import type { Locator, Page } from "@playwright/test";
import { expect } from "./test.ts";

const MOST_STEPS = 80;

/**
 * Presses Tab until `goal` has the focus, as somebody without a mouse gets there. On the way the focus is always seen:
 * never on the body, never without an outline, never behind a bar.
 */
export function tabTo(page: Page, goal: Locator): Promise<void> {
  return walk(page, goal, "Tab");
}

/** The same, backwards. */
export function tabBack(page: Page, goal: Locator): Promise<void> {
  return walk(page, goal, "Shift+Tab");
}

/** Expects that the focus is on something of the page, e.g. after an act that changed what is shown. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
}

async function walk(page: Page, goal: Locator, key: "Tab" | "Shift+Tab"): Promise<void> {
  await expect(goal).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    // One key after the other.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press(key);
    // oxlint-disable-next-line no-await-in-loop
    expect(await focusOf(page)).toMatchObject({ lost: false, outlined: true, covered: false });
    // oxlint-disable-next-line no-await-in-loop
    if (await goal.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_STEPS} presses of ${key} did not reach ${goal.toString()}.`);
}

function focusOf(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return { lost: true, outlined: false, covered: false };
    const seen = element.matches("input:is([type=checkbox], [type=radio], [type=file])")
      ? (element.parentElement ?? element)
      : element;
    const { left, top, width, height } = seen.getBoundingClientRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    // A link that stands for its whole row is outlined around the row.
    const outlined = [seen, element].some((one) =>
      [undefined, "::after"].some((part) => getComputedStyle(one, part).outlineStyle !== "none"),
    );
    const covered = above !== null && !seen.contains(above) && !above.contains(seen);
    return { lost: false, outlined, covered, at: element.outerHTML.slice(0, 200) };
  });
}
