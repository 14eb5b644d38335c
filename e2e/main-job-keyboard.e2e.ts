import { expectFocusKept, tabBack, tabTo } from "./support/keyboard.ts";
import { deploymentNames, deviceTable, expectHeading } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld, travel } from "./support/world.ts";

test.beforeEach(async ({ page }) => {
  await openWorld(page);
  await tabTo(page, page.getByRole("link", { name: "Field test", exact: true }));
  await page.keyboard.press("Enter");
  await expectHeading(page, "Field test");
});

test("with the defaults a deployment takes three activations from the cohort's page, all by keyboard", async ({
  page,
}) => {
  for (const act of [
    page.getByRole("link", { name: "Deploy", exact: true }),
    page.getByRole("button", { name: "Next" }),
    page.getByRole("button", { name: "Start Deployment" }),
  ]) {
    // One step of the job after the other.
    // oxlint-disable no-await-in-loop
    await tabTo(page, act);
    await page.keyboard.press("Enter");
    await expect(act).toBeHidden();
    await expectFocusKept(page);
    // oxlint-enable no-await-in-loop
  }
  await expectHeading(page, "Deployment of 2026-11-17");
});

test("a version is changed, reviewed, started and watched without a mouse", async ({ page }) => {
  await tabTo(page, page.getByRole("link", { name: "Deploy", exact: true }));
  await page.keyboard.press("Enter");
  await expectHeading(page, "Deploy to Field test");

  await tabTo(page, page.getByLabel("Version of main"));
  await page.keyboard.type("2.4.1");
  await expect(page.getByLabel("Version of main")).toHaveValue("2.4.1");
  await tabTo(page, page.getByRole("button", { name: "Next" }));
  await page.keyboard.press("Enter");

  await expect(page.getByText("24 downgrade from 2.5.0-rc.2")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Start Deployment" }));
  await page.keyboard.press("Space");

  await expectHeading(page, "Update main to 2.4.1");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await travel(page, 24 * 60);
  await tabTo(page, page.getByRole("button", { name: /^Succeeded [1-9]/ }));
  await page.keyboard.press("Enter");
  await expect(deviceTable(page).getByRole("row").nth(1)).toContainText("Succeeded · verified");

  const device = deviceTable(page).getByRole("row").nth(1).getByRole("link");
  await tabTo(page, device);
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: /^field-/ });
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(panel.getByText("Verified", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(device).toBeFocused();

  await tabBack(page, page.getByRole("link", { name: "Field test", exact: true }));
  await page.keyboard.press("Enter");
  await expect(deploymentNames(page).first()).toHaveText("Update main to 2.4.1");
});
