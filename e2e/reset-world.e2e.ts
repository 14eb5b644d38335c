import { composeAndReview, deploymentNames, deviceTable, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld } from "./support/world.ts";

// A pulse that was on its way when the world was reset asks for a rollout that is gone.
test.use({ provokes: /status of 404/ });

test("a world that is reset begins again, and the page with it", async ({ page }) => {
  await openCohort(page, "Production EU");
  await composeAndReview(page);
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(page)).toBeVisible();

  await page.getByRole("button", { name: "demo ×1" }).click();
  await page.getByRole("menuitem", { name: "Reset the world…" }).click();
  await page.getByRole("button", { name: "Reset the world", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cohorts" })).toBeVisible();
  await page.getByRole("link", { name: "Production EU", exact: true }).click();
  await expect(deploymentNames(page)).toHaveCount(16);
});

test("a tab that asks an open world for another seed is told that it keeps its own", async ({ page, context }) => {
  await openWorld(page, "/");
  await expect(page.getByRole("link", { name: "Production EU", exact: true })).toBeVisible();
  const second = await context.newPage();
  await openWorld(second, "/", { seed: "another", speed: 60 });
  await expect(second.getByText("This world exists already and keeps its own seed and epoch")).toBeVisible();
  await expect(second.getByRole("button", { name: "demo ×60" })).toBeVisible();
});
