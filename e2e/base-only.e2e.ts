import { serveConsoleOnBase } from "./support/base-site.ts";
import { deploymentNames, expectHeading, historyTable } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";

// How the console learns that there is no more than the base; the browser itself notes that answer.
test.use({ provokes: /status of 404.*\/v1\/capabilities/ });

test("with a backend that has only the base, an operator lists, deploys by the difference alone, and looks back", async ({
  page,
}) => {
  const site = await serveConsoleOnBase();
  await page.goto(site.origin);
  await expectHeading(page, "Cohorts");
  const cohorts = page.getByRole("table", { name: "Cohorts" });
  await expect(cohorts.getByRole("columnheader")).toHaveCount(2);
  await expect(cohorts.getByRole("row").filter({ hasText: "Field test" })).toContainText("24");

  await page.getByRole("link", { name: "Field test", exact: true }).click();
  await expect(page.getByText("This backend does not say how far its deployments have landed.")).toBeVisible();
  await expect(deploymentNames(page)).toHaveText(["2.5.0-rc.2", "2.5.0-rc.1"]);
  await expect(historyTable(page).getByRole("row").nth(1)).toContainText("Active");
  await expect(page.getByRole("columnheader", { name: "Sequence" })).toHaveCount(0);

  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await page.getByLabel("Version of main").selectOption("2.4.1");
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveCount(0);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "“Update main to 2.4.1” changes 1 of 2 packages" })).toBeVisible();
  await expect(page.getByText("This backend cannot say what devices report.")).toHaveCount(1);
  await expect(page.getByText("Never: it goes to all devices at once.", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();

  await expectHeading(page, "Update main to 2.4.1");
  await expect(page.getByText(/^This backend reports no progress of single devices/)).toHaveCount(1);
  await expect(page.getByRole("button", { name: /Pause|Cancel|Complete|Promote/ })).toHaveCount(0);
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Field test" }).click();
  await expect(deploymentNames(page)).toHaveText(["Update main to 2.4.1", "2.5.0-rc.2", "2.5.0-rc.1"]);
  await expect(historyTable(page).getByRole("row").nth(1)).toContainText("downgraded from 2.5.0-rc.2 to 2.4.1");

  await historyTable(page).getByRole("row").nth(2).getByRole("link", { name: "Roll back" }).click();
  await expect(page.getByText("changes 1 of 2 packages")).toBeVisible();
  await site.stop();
});

test("its packages and devices are shown without what it does not say", async ({ page }) => {
  const site = await serveConsoleOnBase();
  await page.goto(`${site.origin}/projects/harbour-sensors/packages`);
  await expect(page.getByText("9 packages. The main one is main.")).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "In use" })).toHaveCount(0);
  await page.getByRole("table", { name: "Packages" }).getByRole("link", { name: /^main/ }).click();
  await expect(
    page.getByRole("table", { name: "Versions" }).getByRole("row").filter({ hasText: "2.4.1" }),
  ).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Used by" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Yank/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Upload version" }).click();
  await expect(page.getByRole("combobox", { name: "Blueprint" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Tags" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More about this package" }).click();
  await expect(page.getByRole("menuitem", { name: "Edit description…" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Mark as main…" })).toHaveCount(0);
  await page.keyboard.press("Escape");

  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Devices" }).click();
  // It lists them in its own order.
  await expect(page.getByRole("table", { name: "Devices" }).getByRole("columnheader").getByRole("button")).toHaveCount(
    0,
  );
  await page.getByRole("table", { name: "Devices" }).getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByRole("complementary", { name: "About this device" })).toBeVisible();
  await expect(page.getByText("Heartbeat")).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Wanted and running" })).toBeVisible();
  await site.stop();
});
