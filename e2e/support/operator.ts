import type { Locator, Page } from "@playwright/test";
import { expect } from "./test.ts";
import { openWorld, type World } from "./world.ts";

/** Opens a cohort as an operator finds it: from the list. */
export async function openCohort(page: Page, name: string, world?: World): Promise<void> {
  await openWorld(page, "/", world);
  await page.getByRole("link", { name, exact: true }).click();
  await expectHeading(page, name);
}

/** Expects the page of that name: the heading may go on, e.g. with "Active". */
export async function expectHeading(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** From a cohort's page to the review of what is active there with these versions in place of their own. */
export async function composeAndReview(page: Page, versions: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  for (const [packageId, version] of Object.entries(versions)) {
    // One field after the other, as a person does.
    // oxlint-disable-next-line no-await-in-loop
    await page.getByLabel(`Version of ${packageId}`).selectOption(version);
  }
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Numbers as of")).toBeVisible();
}

/** The table of a cohort's deployments. */
export function historyTable(page: Page): Locator {
  return page.getByRole("table", { name: "Deployment history" });
}

/** Names of the deployments in the table, newest first. */
export function deploymentNames(page: Page): Locator {
  return historyTable(page).getByRole("rowheader").getByRole("link");
}

/** The devices of a rollout. */
export function deviceTable(page: Page): Locator {
  return page.getByRole("table", { name: "Devices of this rollout" });
}
