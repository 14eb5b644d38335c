import { composeAndReview, deviceTable, expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { travel } from "./support/world.ts";

test("a reload in Compose keeps the name, the notes and the packages", async ({ page }) => {
  await openCohort(page, "Field test");
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await page.getByLabel("Version of main").selectOption("2.4.1");
  await page.getByRole("button", { name: "Remove modem" }).click();
  await page.getByRole("button", { name: "Add package" }).click();
  await page.getByRole("menuitem", { name: /^sounds/ }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Typed by hand");
  await page.getByRole("textbox", { name: "Notes" }).fill("First line\nSecond line");
  await page.reload();

  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Typed by hand");
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("First line\nSecond line");
  await expect(page.getByLabel("Version of main")).toHaveValue("2.4.1");
  await expect(page.getByRole("button", { name: "Put back modem" })).toBeVisible();
  await expect(page.getByLabel("Version of sounds")).toHaveValue("3");
});

test("a reload in Review keeps what is reviewed, and the start is one", async ({ page }) => {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await page.reload();
  await expect(page.getByRole("heading", { name: "“Update main to 2.4.1” changes 1 of 2 packages" })).toBeVisible();
  await expect(page.getByText("24 downgrade from 2.5.0-rc.2")).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expectHeading(page, "Update main to 2.4.1");
});

test("Back from Review keeps everything, and so does the browser's own Back", async ({ page }) => {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByLabel("Version of main")).toHaveValue("2.4.1");
  await page.goBack();
  await expect(page.getByRole("button", { name: "Start Deployment" })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Version of main")).toHaveValue("2.4.1");
});

test("a draft that was started is gone: the next one begins from what is active", async ({ page }) => {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(page)).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Field test" }).click();
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Deployment of 2026-11-17");
  await expect(page.getByLabel("Version of main")).toHaveValue("2.4.1");
});

test("a reload of a rollout keeps its filters, its sort, its page and the open device", async ({ page }) => {
  await openCohort(page, "Production US");
  await page.getByRole("link", { name: "October release", exact: true }).click();
  await page.getByRole("button", { name: /^Succeeded/ }).click();
  await page.getByRole("searchbox", { name: "Find a device" }).fill("oakland-0");
  await expect(page).toHaveURL(/term=oakland-0/);
  await page.getByRole("button", { name: "Device", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Device" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("button", { name: "Next page" }).click();
  const device = deviceTable(page).getByRole("row").nth(3).getByRole("link");
  await expect(page.getByText(/^26–50 of \d{3}$/)).toBeVisible();
  const name = (await device.textContent()) ?? "";
  await device.click();
  await expect(page.getByRole("complementary", { name })).toBeVisible();
  await page.reload();

  await expect(page.getByRole("complementary", { name })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Succeeded/ })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("searchbox", { name: "Find a device" })).toHaveValue("oakland-0");
  await expect(page.getByRole("columnheader", { name: "Device" })).toHaveAttribute("aria-sort", "ascending");
  await expect(page.getByText(/^26–50 of \d{3}$/)).toBeVisible();
  await expect(deviceTable(page).getByRole("row").nth(3).getByRole("link")).toHaveText(name);
});

test("the world goes on where it was after a reload", async ({ page }) => {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(page)).toBeVisible();
  await travel(page, 24 * 60);
  const landed = page.getByRole("link", { name: /^(1[5-9]|2[0-4]) of 24 verified$/ });
  const words = (await landed.textContent()) ?? "";
  await page.reload();
  await expect(page.getByRole("link", { name: words })).toBeVisible();
});
