import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** Expects axe to find nothing on the page as it stands, in light, and no colours in dark that are hard to read. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await colourChanges(page);
  expect(await foundBy(new AxeBuilder({ page }))).toEqual([]);
  // Nothing but the colours depends on the scheme.
  await page.emulateMedia({ colorScheme: "dark" });
  await colourChanges(page);
  expect(await foundBy(new AxeBuilder({ page }).withRules("color-contrast"))).toEqual([]);
}

async function foundBy(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
}

/** Colours that are on their way from one scheme to the other are nobody's. */
async function colourChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const changes = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    return Promise.allSettled(changes.map(({ finished }) => finished)).then(() => undefined);
  });
}
