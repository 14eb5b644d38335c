import type { Page } from "@playwright/test";
import { composeAndReview, expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld } from "./support/world.ts";

test("a frozen cohort says why and until when, starts nothing, and is unfrozen with a reason", async ({ page }) => {
  await openCohort(page, "Field test");
  const dialog = await act(page, "Freeze…");
  await dialog.getByRole("button", { name: "Freeze cohort" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAccessibleDescription(/^Say why, in a few words/);
  await dialog.getByLabel("Reason").fill("Black Friday: no changes");
  await dialog.getByLabel("How long").selectOption("Until a day and time…");
  await dialog.getByLabel("Frozen until").fill("2026-11-16T08:00");
  await dialog.getByRole("button", { name: "Freeze cohort" }).click();
  await expect(dialog.getByLabel("Frozen until")).toHaveAccessibleDescription("Choose a time that is still to come.");
  await dialog.getByLabel("Frozen until").fill("2026-11-30T08:00");
  await dialog.getByRole("button", { name: "Freeze cohort" }).click();

  await expect(page.getByText("“Field test” is frozen.")).toBeVisible();
  await expect(page.getByText("Frozen until 08:00, Mon 30 Nov (in 12 d).")).toBeVisible();
  await expect(page.getByText("Black Friday: no changes", { exact: true })).toBeVisible();
  const why = "The cohort is frozen: Black Friday: no changes. It thaws on Mon 30 Nov 2026, 08:00:00 UTC.";
  const deploy = page.getByRole("button", { name: "Deploy", exact: true });
  await expect(deploy).toBeDisabled();
  await expect(deploy).toHaveAccessibleDescription(why);

  await page.goto(`${new URL(page.url()).pathname}/deploy`);
  await page.getByRole("button", { name: "Next" }).click();
  const start = page.getByRole("button", { name: "Start Deployment" });
  await expect(start).toBeDisabled();
  await expect(start).toHaveAccessibleDescription(why);

  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Field test" }).click();
  await page.getByRole("button", { name: "Unfreeze…" }).click();
  const thaw = page.getByRole("dialog", { name: "Unfreeze Field test?" });
  await thaw.getByLabel("Reason").fill("A fix cannot wait");
  await thaw.getByRole("button", { name: "Unfreeze cohort" }).click();
  await expect(page.getByText("“Field test” is no longer frozen.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Deploy", exact: true })).toBeVisible();
});

test("a frozen cohort is told from the others in the list", async ({ page }) => {
  await openCohort(page, "Field test");
  const dialog = await act(page, "Freeze…");
  await dialog.getByLabel("Reason").fill("Holidays");
  await dialog.getByRole("button", { name: "Freeze cohort" }).click();
  await expect(page.getByText("Frozen until somebody unfreezes it.")).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Cohorts" }).click();
  await expect(page.getByRole("row", { name: /^Field test/ })).toContainText("Frozen");
  await expect(page.getByText("Frozen", { exact: true })).toHaveCount(1);
});

test("acts on a protected cohort ask for its name", async ({ page }) => {
  await openCohort(page, "Field test");
  const protect = await act(page, "Protect…");
  await protect.getByLabel("Reason").fill("Parts for the tender");
  await protect.getByRole("button", { name: "Protect cohort" }).click();
  await expectHeading(page, "Field test Protected");

  for (const [item, button] of [
    ["Freeze…", "Freeze cohort"],
    ["Rename…", "Rename"],
    ["Archive cohort…", "Archive cohort"],
    ["Unprotect…", "Unprotect cohort"],
  ] as const) {
    // One dialog after the other.
    // oxlint-disable no-await-in-loop
    const dialog = await act(page, item);
    await expect(dialog.getByRole("button", { name: button })).toBeDisabled();
    await expect(dialog.getByRole("button", { name: button })).toHaveAccessibleDescription("Type “Field test” first.");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    // oxlint-enable no-await-in-loop
  }

  const unprotect = await act(page, "Unprotect…");
  await unprotect.getByLabel("Reason").fill("The tender is over");
  await unprotect.getByLabel("Type “Field test” to go on").fill("Field test");
  await unprotect.getByRole("button", { name: "Unprotect cohort" }).click();
  await expect(page.getByText("“Field test” is no longer protected.")).toBeVisible();
});

test("a yanked version says why, is not offered to new deployments, and comes back when it is unyanked", async ({
  page,
}) => {
  await openWorld(page, "/projects/harbour-sensors/packages/main");
  const row = page.getByRole("table", { name: "Versions" }).getByRole("row", { name: /^2\.4\.0/ });
  await row.getByRole("button", { name: "Yank main 2.4.0" }).click();
  const yank = page.getByRole("dialog", { name: "Yank main 2.4.0?" });
  await yank.getByLabel("Reason").fill("Reverts on revision C");
  await yank.getByRole("button", { name: "Yank version" }).click();
  await expect(row).toContainText("Yanked just now");
  await expect(row).toContainText("Reverts on revision C");
  await expect(page.getByText("1 is yanked.")).toBeVisible();

  const versions = page.getByLabel("Version of main").getByRole("option");
  await composeFor(page, "Production EU");
  await expect(versions.filter({ hasText: "2.4.1" })).toHaveCount(1);
  await expect(versions.filter({ hasText: "2.4.0" })).toHaveCount(0);

  await page.goto("/projects/harbour-sensors/packages/main");
  await row.getByRole("button", { name: "Unyank main 2.4.0" }).click();
  const unyank = page.getByRole("dialog", { name: "Unyank main 2.4.0?" });
  await expect(unyank).toContainText("It was yanked because: Reverts on revision C");
  await unyank.getByLabel("Reason").fill("It was the antenna");
  await unyank.getByRole("button", { name: "Unyank version" }).click();
  await expect(page.getByText("main 2.4.0 can be deployed again.")).toBeVisible();
  await composeFor(page, "Production EU");
  await expect(versions.filter({ hasText: "2.4.0" })).toHaveCount(1);
});

test("a start on a protected cohort asks for its name in the review, which is its confirmation", async ({ page }) => {
  await openCohort(page, "Field test");
  const protect = await act(page, "Protect…");
  await protect.getByLabel("Reason").fill("Parts for the tender");
  await protect.getByRole("button", { name: "Protect cohort" }).click();
  await composeAndReview(page, { main: "2.4.1" });

  const start = page.getByRole("button", { name: "Start Deployment" });
  await expect(start).toBeDisabled();
  await expect(start).toHaveAccessibleDescription("Type “Field test” first.");
  await page.getByLabel("Type “Field test” to go on").fill("Field test");
  await expect(start).toBeEnabled();
  await start.click();
  await expectHeading(page, "Update main to 2.4.1");
});

test("a version that is yanked while it runs is warned of on its rollout and its cohort, with what to do", async ({
  page,
}) => {
  await openWorld(page, "/projects/harbour-sensors/packages/main");
  await page.getByRole("button", { name: "Yank main 2.4.1" }).click();
  await page.getByLabel("Reason").fill("Loses its clock");
  await page.getByRole("button", { name: "Yank version" }).click();
  await expect(page.getByText("Yanked just now")).toBeVisible();

  await goToCohort(page, "Production EU");
  const warning = page.getByText(/main 2\.4\.1 was yanked .* by operator@example\.com: Loses its clock/);
  await expect(warning).toBeVisible();
  await page.getByRole("link", { name: "See the rollout" }).click();
  await expectHeading(page, "Autumn fixes");
  await expect(warning).toBeVisible();
  await expect(page.getByText(/^It goes on: \d+ devices are pending and will be offered it\./)).toBeVisible();

  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText("It makes no offers while it is paused.")).toBeVisible();
  await page.getByRole("link", { name: "Deploy another version" }).click();
  await expectHeading(page, "Deploy to Production EU");
});

/** Opens a dialog of a cohort's menu. */
async function act(page: Page, item: string) {
  await page.getByRole("button", { name: "More about this cohort" }).click();
  await page.getByRole("menuitem", { name: item }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

async function goToCohort(page: Page, cohort: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Cohorts/ })
    .click();
  await page.getByRole("link", { name: cohort, exact: true }).click();
  await expectHeading(page, cohort);
}

async function composeFor(page: Page, cohort: string): Promise<void> {
  await goToCohort(page, cohort);
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await expectHeading(page, `Deploy to ${cohort}`);
}
