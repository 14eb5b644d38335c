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

/** Waits until the colours have changed: each element follows the one around it by a frame, however short its way. */
async function colourChanges(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let stillFrames = 0;
        const look = () => {
          const changes = document.getAnimations().some((animation) => animation instanceof CSSTransition);
          stillFrames = changes ? 0 : stillFrames + 1;
          if (stillFrames > 5) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}
