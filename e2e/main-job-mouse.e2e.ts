import { deploymentNames, deviceTable, expectHeading, historyTable, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { travel } from "./support/world.ts";

test("an operator deploys another version, reviews what it changes and watches it land", async ({ page }) => {
  await openCohort(page, "Field test");
  await page.getByRole("link", { name: "Deploy", exact: true }).click();

  await expectHeading(page, "Deploy to Field test");
  await page.getByLabel("Version of main").selectOption("2.4.1");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Update main to 2.4.1");
  await page.getByRole("textbox", { name: "Notes" }).fill("Back to the fleet's own firmware.");
  await page.getByRole("button", { name: "Next" }).click();

  await expect(page.getByRole("heading", { name: "“Update main to 2.4.1” changes 1 of 2 packages" })).toBeVisible();
  const plan = page.getByRole("listitem").filter({ hasText: "2.5.0-rc.2" }).first();
  await expect(plan).toContainText("downgraded");
  await expect(plan).toContainText("24 downgrade from 2.5.0-rc.2");
  await expect(page.getByText("Offered to all 24 devices as each connects.")).toBeVisible();
  await expect(page.getByText("9.5 MB in all.")).toBeVisible();
  await expect(page.getByText("Back to the fleet's own firmware.")).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();

  await expectHeading(page, "Update main to 2.4.1");
  await expect(page.getByRole("link", { name: "0 of 24 verified" })).toBeVisible();
  await expect(deviceTable(page).getByRole("row")).toHaveCount(25);
  await travel(page, 2);
  await expect(page.getByRole("link", { name: /^\d+ on the way$/ })).toBeVisible();
  await travel(page, 24 * 60);
  await expect(page.getByRole("link", { name: /^(1[5-9]|2[0-4]) of 24 verified$/ })).toBeVisible();
  await page.getByRole("button", { name: /^Succeeded/ }).click();
  const first = deviceTable(page).getByRole("row").nth(1);
  await expect(first).toContainText("Succeeded · verified");
  await expect(first).toContainText("2.5.0-rc.2 to 2.4.1");

  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Field test" }).click();
  await expect(deploymentNames(page)).toHaveText(["Update main to 2.4.1", "2.5.0-rc.2", "2.5.0-rc.1"]);
  await expect(historyTable(page).getByRole("row").filter({ hasText: "Active" })).toHaveCount(1);
  const newest = historyTable(page).getByRole("row").nth(1);
  await expect(newest).toContainText("Active");
  await expect(newest).toContainText("downgraded from 2.5.0-rc.2 to 2.4.1");
  await expect(newest).toContainText("by operator@example.com");
});
