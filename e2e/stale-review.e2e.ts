import type { Page } from "@playwright/test";
import { composeAndReview, deploymentNames, deviceTable, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";

// The browser itself notes the refusal.
test.use({ provokes: /status of 412/ });

test("a start is refused when devices joined since the review, says so, and goes through once reviewed again", async ({
  page,
  context,
}) => {
  const colleague = await context.newPage();
  await openCohort(colleague, "Field test");
  await colleague.getByRole("link", { name: "Add devices" }).click();
  await colleague.getByRole("checkbox", { name: "Select boxed-0001" }).check();
  await colleague.getByRole("checkbox", { name: "Select boxed-0002" }).check();
  await colleague.getByRole("button", { name: "Review" }).click();

  await page.bringToFront();
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await colleague.bringToFront();
  await colleague.getByRole("button", { name: "Add 2 devices" }).click();
  await expect(colleague.getByText("2 devices added to “Field test”.")).toBeVisible();

  await expectRefused(page, "The cohort had 24 devices and has 26 now.");
  await reviewAgain(page);
  await expect(page.getByText("Offered to all 26 devices as each connects.")).toBeVisible();
  await expectStarted(page, ["Update main to 2.4.1", "2.5.0-rc.2", "2.5.0-rc.1"]);
});

test("a start is refused when somebody else has started a deployment since the review", async ({ page, context }) => {
  const colleague = await context.newPage();
  await openCohort(colleague, "Field test");
  await composeAndReview(colleague, { modem: "1.0.3" });
  await page.bringToFront();
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await colleague.bringToFront();
  await colleague.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(colleague)).toBeVisible();

  await expectRefused(page, "“Update modem to 1.0.3” was started meanwhile and is the active deployment.");
  await reviewAgain(page);
  await expect(page.getByRole("heading", { name: "“Update main to 2.4.1” changes 2 of 2 packages" })).toBeVisible();
  await expectStarted(page, ["Update main to 2.4.1", "Update modem to 1.0.3", "2.5.0-rc.2", "2.5.0-rc.1"]);
});

async function expectRefused(page: Page, what: string): Promise<void> {
  await page.bringToFront();
  await page.getByRole("button", { name: "Start Deployment" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "Nothing was started: this changed since the review." });
  await expect(refusal.getByRole("listitem")).toHaveText([what]);
  await expect(page.getByRole("button", { name: "Start Deployment" })).toBeDisabled();
}

async function reviewAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Review again" }).click();
  await expect(page.getByRole("alert")).toBeHidden();
}

/** Expects that the start goes through now, and that these are the cohort's deployments then. */
async function expectStarted(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(page)).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Field test" }).click();
  await expect(deploymentNames(page)).toHaveText(names);
}
