import { composeAndReview, deploymentNames, deviceTable, expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { travel } from "./support/world.ts";

// The browser itself notes the refusal.
test.use({ provokes: /status of 412/ });

test("what one tab starts the other sees, and both watch it land", async ({ page, context }) => {
  const other = await context.newPage();
  await openCohort(other, "Field test");
  await expect(deploymentNames(other)).toHaveText(["2.5.0-rc.2", "2.5.0-rc.1"]);
  await page.bringToFront();
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(page)).toBeVisible();

  await other.bringToFront();
  await other.getByRole("link", { name: "Cohorts", exact: true }).click();
  await other.getByRole("link", { name: "Field test", exact: true }).click();
  await expect(deploymentNames(other)).toHaveText(["Update main to 2.4.1", "2.5.0-rc.2", "2.5.0-rc.1"]);
  await other.getByRole("link", { name: "Update main to 2.4.1", exact: true }).click();
  await expectHeading(other, "Update main to 2.4.1");
  await travel(other, 24 * 60);
  const landed = /^(1[5-9]|2[0-4]) of 24 verified$/;
  await expect(other.getByRole("link", { name: landed })).toBeVisible();
  await page.bringToFront();
  await expect(page.getByRole("link", { name: landed })).toBeVisible();
});

test("twenty clicks start one deployment", async ({ page }) => {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await page.getByRole("button", { name: "Start Deployment" }).evaluate((button: HTMLElement) => {
    for (let click = 0; click < 20; click += 1) button.click();
  });
  await expect(deviceTable(page)).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Field test" }).click();
  await expect(deploymentNames(page)).toHaveText(["Update main to 2.4.1", "2.5.0-rc.2", "2.5.0-rc.1"]);
});

test("the same review in two tabs starts one deployment: the second is told that the first went ahead", async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openCohort(other, "Field test");
  await composeAndReview(other, { main: "2.4.1" });
  await page.bringToFront();
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  const press = (button: HTMLElement) => button.click();
  await Promise.all([
    page.getByRole("button", { name: "Start Deployment" }).evaluate(press),
    other.getByRole("button", { name: "Start Deployment" }).evaluate(press),
  ]);
  const refused = "was started meanwhile and is the active deployment.";
  const ended = async () => {
    const tabs = await Promise.all(
      [page, other].map(async (tab) => ({
        started: await deviceTable(tab).isVisible(),
        refused: await tab.getByText(refused).isVisible(),
      })),
    );
    return tabs.toSorted((a, b) => Number(a.started) - Number(b.started));
  };
  await expect.poll(ended).toEqual([
    { started: false, refused: true },
    { started: true, refused: false },
  ]);
});
