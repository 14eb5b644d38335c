import type { Page } from "@playwright/test";
import type { SpoiltAnswer } from "#domain/world.ts";
import { spoilNextAnswers } from "./support/backend.ts";
import { composeAndReview, deploymentNames, deviceTable, expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld } from "./support/world.ts";

// The browser itself notes a broken connection, and an answer of 502 or 503.
test.use({ provokes: /net::ERR_FAILED|status of 50[23]/ });

/** As often as the console tries by itself: only then is the person told. */
const thrice = (how: SpoiltAnswer) => [how, how, how];

const FAULTS: readonly (readonly [SpoiltAnswer, string])[] = [
  ["lost-after", "an answer that is lost after the effect"],
  ["lost-before", "a request that never arrives"],
  ["error", "a backend out of order"],
  ["html", "a proxy's page in place of JSON"],
  ["truncated", "an answer that is cut short"],
];

for (const [fault, words] of FAULTS) {
  test(`${words} at the start is told beside the button, and another try starts exactly one`, async ({ page }) => {
    await openCohort(page, "Field test");
    await composeAndReview(page, { main: "2.4.1" });
    await spoilNextAnswers(page, thrice(fault));
    await page.getByRole("button", { name: "Start Deployment" }).click();

    const problem = page.getByRole("alert").filter({ hasText: "The answer did not arrive." });
    await expect(problem).toContainText("It may have started; trying again is safe: it can't start twice.");
    await problem.getByRole("button", { name: "Try again" }).click();
    await expectOneStarted(page);
  });
}

test("an answer that is lost once is asked for again without a word", async ({ page }) => {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await spoilNextAnswers(page, ["lost-after"]);
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expectOneStarted(page);
});

test("a start without an answer is still the same start after a reload", async ({ page }) => {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await spoilNextAnswers(page, thrice("lost-after"));
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(page.getByRole("alert")).toContainText("The answer did not arrive.");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("no answer to it was seen");
  await page.getByRole("button", { name: "Try again" }).click();
  await expectOneStarted(page);
});

test("a cohort whose answer is lost keeps its name in the form and is made once", async ({ page }) => {
  await openWorld(page);
  await page.getByRole("link", { name: "Create cohort" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Pier 4");
  await spoilNextAnswers(page, thrice("lost-after"));
  await page.getByRole("button", { name: "Create cohort" }).click();

  await expect(page.getByRole("alert")).toContainText("The backend did not answer");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Pier 4");
  await page.getByRole("button", { name: "Create cohort" }).click();
  await expectHeading(page, "Pier 4");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Cohorts" }).click();
  await expect(page.getByRole("link", { name: "Pier 4", exact: true })).toHaveCount(1);
});

test("an upload that is cut off says so, keeps the form, and goes on where it stopped", async ({ page }) => {
  await openWorld(page, "/projects/harbour-sensors/packages/calib");
  await page.getByRole("button", { name: "Upload version" }).click();
  const dialog = page.getByRole("dialog", { name: "Upload a version of calib" });
  const file = { name: "calib-15.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(200_000, 7) };
  await dialog.getByLabel("File").setInputFiles(file);
  await dialog.getByRole("textbox", { name: "Version" }).fill("15");
  await expect(dialog.getByRole("button", { name: "Copy hash" })).toBeVisible();
  await spoilNextAnswers(page, thrice("lost-after"));
  await dialog.getByRole("button", { name: "Upload" }).click();

  await expect(dialog.getByRole("alert")).toContainText("What has arrived is not sent again.");
  await expect(dialog.getByRole("textbox", { name: "Version" })).toHaveValue("15");
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("calib 15 uploaded.")).toBeVisible();
  const versions = page.getByRole("table", { name: "Versions" });
  await expect(versions.getByRole("rowheader")).toHaveText(["15", "14"]);
});

test("a cancellation whose answer is lost took effect once, and its dialog says so", async ({ page }) => {
  await openCohort(page, "Gateways");
  await page.getByRole("link", { name: "Kernel 6.1.77", exact: true }).click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Cancel the rest…" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel the rest?" });
  await spoilNextAnswers(page, thrice("lost-after"));
  await dialog.getByRole("button", { name: "Cancel the rest" }).click();

  await expect(dialog.getByRole("alert")).toContainText("This deployment was cancelled: it offers nothing any more.");
  await dialog.getByRole("button", { name: "Keep as it is" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cancelled");
});

/** Expects the rollout, and that the cohort has one deployment more than before. */
async function expectOneStarted(page: Page): Promise<void> {
  await expect(deviceTable(page)).toBeVisible();
  await expectHeading(page, "Update main to 2.4.1");
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Field test" }).click();
  await expect(deploymentNames(page)).toHaveText(["Update main to 2.4.1", "2.5.0-rc.2", "2.5.0-rc.1"]);
}
