import { deploymentNames, deviceTable, expectHeading, historyTable, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";

test("any deployment of the history is rolled back to by a new one that says where it leads", async ({ page }) => {
  await openCohort(page, "Production EU");
  await page.getByRole("link", { name: "Roll back to this: October release" }).click();

  await expect(
    page.getByText("Rollback: a new deployment with the packages of “October release”, in place of “Autumn fixes”."),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/deploy\/review\?rollback=/);
  await expect(page.getByRole("heading", { name: "“Roll back to 2.3.0” changes 4 of 4 packages" })).toBeVisible();
  const plan = page.getByRole("main").getByRole("listitem");
  await expect(plan.filter({ hasText: "2.4.1 to 2.3.0" })).toContainText("downgraded");
  await expect(plan.filter({ hasText: "1.0.3 to 1.0.2" })).toContainText("downgraded");
  await expect(plan.filter({ hasText: "2026-09 to 2025-02" })).toContainText("changed");
  await expect(plan.filter({ hasText: "calib" })).toContainText("removed");
  await expect(page.getByText("Devices keep what they have; they are no longer told to run it.")).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();

  await expect(deviceTable(page)).toBeVisible();
  await expect(page.getByText("Rolls back Autumn fixes to October release")).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Production EU" }).click();
  await expect(deploymentNames(page)).toHaveCount(17);
  const newest = historyTable(page).getByRole("row").nth(1);
  await expect(newest).toContainText("Active");
  await expect(newest).toContainText("downgraded from 2.4.1 to 2.3.0");
  await expect(historyTable(page).getByRole("row").nth(2)).toContainText("Autumn fixes");
});

test("Back from a rollback's review leads to Compose with its packages, and a change makes it an ordinary deployment", async ({
  page,
}) => {
  await openCohort(page, "Production EU");
  await page.getByRole("link", { name: "Roll back to this: October release" }).click();
  await page.getByRole("link", { name: "Back", exact: true }).click();

  await expect(page.getByLabel("Version of main")).toHaveValue("2.3.0");
  await expect(page.getByLabel("Version of modem")).toHaveValue("1.0.2");
  await expect(page.getByLabel("Version of calib")).toBeHidden();
  await page.getByLabel("Version of modem").selectOption("1.0.3");
  await expect(
    page.getByText("The packages differ from those of “October release”: this is an ordinary deployment now."),
  ).toBeVisible();
});

test("a rollout that goes badly is rolled back from its own page", async ({ page }) => {
  await openCohort(page, "Production EU");
  await page.getByRole("link", { name: "Autumn fixes", exact: true }).click();
  await page.getByRole("link", { name: "Roll back…" }).click();
  await expectHeading(page, "Deploy to Production EU");
  await expect(page.getByText("a new deployment with the packages of “Revert to 2.3.0”")).toBeVisible();
});
