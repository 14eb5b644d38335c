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

/** Colours on their way from one scheme to the other are nobody's; what inherits them sets out once they have arrived. */
async function colourChanges(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const underWay = () => document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    for (let changes = underWay(); changes.length > 0; changes = underWay()) {
      // One wave after the other.
      // oxlint-disable-next-line no-await-in-loop
      await Promise.allSettled(changes.map(({ finished }) => finished));
    }
  });
}
