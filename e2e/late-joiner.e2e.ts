import { deviceTable, expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { travel } from "./support/world.ts";

test("a device that joins after a deployment has settled gets it, and the operator is told so beforehand", async ({
  page,
}) => {
  await openCohort(page, "Ice edition, Tromsø");
  await page.getByRole("navigation", { name: "Cohort" }).getByRole("link", { name: "Devices 12" }).click();
  await page.getByRole("link", { name: "Add devices" }).click();

  await expect(page.getByRole("heading", { name: "Add devices to Ice edition, Tromsø" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Find a device" }).fill("boxed-0007");
  const candidates = page.getByRole("table", { name: "Devices that can be added" });
  await expect(candidates.getByRole("row")).toHaveCount(2);
  await candidates.getByRole("checkbox", { name: "boxed-0007" }).check();
  await page.getByRole("button", { name: "Review" }).click();

  const dialog = page.getByRole("dialog", { name: "Add 1 device to Ice edition, Tromsø?" });
  await expect(dialog.getByRole("list", { name: "Where they come from" })).toHaveText("1 is in no cohort");
  await expect(dialog.getByText("It gets this as soon as it connects:")).toBeVisible();
  await expect(dialog.getByRole("list", { name: "What it holds" }).getByRole("listitem")).toHaveText([
    "main 2.3.0",
    "calib 14",
  ]);
  await dialog.getByRole("button", { name: "Add 1 device" }).click();

  await expect(page.getByText("1 device added to “Ice edition, Tromsø”.")).toBeVisible();
  await expect(page.getByRole("table", { name: "Devices of Ice edition, Tromsø" }).getByRole("row")).toHaveCount(14);

  await travel(page, 24 * 60);
  await page
    .getByRole("navigation", { name: "Cohort" })
    .getByRole("link", { name: /^Deployments/ })
    .click();
  await page.getByRole("link", { name: "Cold start", exact: true }).click();
  await expectHeading(page, "Cold start");
  await page.getByRole("searchbox", { name: "Find a device" }).fill("boxed");
  await expect(deviceTable(page).getByRole("row")).toHaveCount(2);
  await expect(deviceTable(page).getByRole("row").nth(1)).toContainText("Succeeded · verified");
});

test("all devices that match a filter are added, with the cohorts they leave counted", async ({ page }) => {
  await openCohort(page, "Spare parts shelf");
  await page.getByRole("link", { name: "Add devices" }).first().click();
  // The second filter is set while the first is still on its way.
  await page.getByLabel("Cohort now").selectOption("In any cohort or none");
  await page.getByRole("searchbox", { name: "Find a device" }).fill("tr");
  await page.getByRole("button", { name: "Choose all 324 that match" }).click();
  await page.getByRole("button", { name: "Review" }).click();

  const dialog = page.getByRole("dialog", { name: "Add 324 devices to Spare parts shelf?" });
  await expect(dialog.getByRole("list", { name: "Where they come from" }).getByRole("listitem")).toHaveText([
    "312 leave Cold chain trucks",
    "12 leave Ice edition, Tromsø",
  ]);
  await expect(dialog.getByText("Nothing is deployed to this cohort yet. They keep what they run.")).toBeVisible();
  await dialog.getByRole("button", { name: "Add 324 devices" }).click();
  await expect(page.getByText("324 devices added to “Spare parts shelf”.")).toBeVisible();
  await expect(
    page.getByRole("navigation", { name: "Cohort" }).getByRole("link", { name: "Devices 324" }),
  ).toBeVisible();
});
