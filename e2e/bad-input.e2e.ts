import { composeAndReview, expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld } from "./support/world.ts";

// The browser itself notes what the backend refuses or does not find.
test.use({ provokes: /status of 40[049]/ });

const WRONG_NAMES = [
  { what: "nothing", typed: "", said: "Enter a name of 1 to 100 characters." },
  { what: "blanks", typed: "   ", said: "Enter a name of 1 to 100 characters." },
  { what: "101 characters", typed: "x".repeat(101), said: "A name has at most 100 characters; this one has 101." },
  {
    what: "a control character",
    typed: "Pier\u00074",
    said: "A name cannot contain control characters such as line breaks or tabs.",
  },
];

for (const { what, typed, said } of WRONG_NAMES) {
  test(`a name of ${what} is refused at its field, for a cohort and for a deployment`, async ({ page }) => {
    await openWorld(page);
    await page.getByRole("link", { name: "Create cohort" }).click();
    const cohortName = page.getByRole("textbox", { name: "Name" });
    await cohortName.fill(typed);
    await page.getByRole("button", { name: "Create cohort" }).click();
    await expect(cohortName).toHaveAccessibleDescription(said);
    await expect(cohortName).toHaveValue(typed);
    await expect(cohortName).toBeFocused();
    await page.getByRole("link", { name: "Cancel" }).click();

    await page.getByRole("link", { name: "Field test", exact: true }).click();
    await page.getByRole("link", { name: "Deploy", exact: true }).click();
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill(typed);
    await page.getByRole("button", { name: "Next" }).click();
    await expect(name).toHaveAccessibleDescription(said);
    await expect(name).toBeFocused();
    await expectHeading(page, "Deploy to Field test");
  });
}

test("a cohort's name that is taken is refused by the backend, beside the field", async ({ page }) => {
  await openWorld(page);
  await page.getByRole("link", { name: "Create cohort" }).click();
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("Production EU");
  await page.getByRole("button", { name: "Create cohort" }).click();
  await expect(name).toHaveAccessibleDescription(/already/);
  await expect(name).toHaveValue("Production EU");
  await expect(name).toBeFocused();
  await name.fill("Production EU 2");
  await page.getByRole("button", { name: "Create cohort" }).click();
  await expectHeading(page, "Production EU 2");
});

test("a deployment without packages is not reviewed", async ({ page }) => {
  await openCohort(page, "Field test");
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await page.getByRole("button", { name: "Remove main" }).click();
  await page.getByRole("button", { name: "Remove modem" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("alert")).toHaveText("Add at least one package.");
  await expect(page.getByRole("button", { name: "Add package" })).toBeFocused();
});

test("the same composition and a name used before are said, and may still be started", async ({ page }) => {
  await openCohort(page, "Field test");
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("2.5.0-rc.1");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Nothing changes: “2.5.0-rc.2” deploys exactly this already.")).toBeVisible();
  await expect(page.getByText(/2\.5\.0-rc\.1.*(name|called)|(name|called).*2\.5\.0-rc\.1/).first()).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "2.5.0-rc.1 Active" })).toBeVisible();
});

test("a cohort without devices is said, and may still be deployed to", async ({ page }) => {
  await openCohort(page, "Spare parts shelf");
  await page.getByRole("link", { name: "Deploy", exact: true }).first().click();
  await page.getByRole("button", { name: "Add package" }).click();
  await page.getByRole("menuitem", { name: /^main/ }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("This cohort has no devices yet.")).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(page.getByText("Each one that joins gets this deployment at once.")).toBeVisible();
});

test("a cohort that vanished during the review is said at the start, and the draft stays", async ({
  page,
  context,
}) => {
  const colleague = await context.newPage();
  await openCohort(colleague, "Spare parts shelf");
  await colleague.getByRole("button", { name: "More about this cohort" }).click();
  await colleague.getByRole("menuitem", { name: "Delete cohort…" }).click();
  const dialog = colleague.getByRole("dialog", { name: "Delete Spare parts shelf?" });
  await expect(dialog).toBeVisible();

  await page.bringToFront();
  await openCohort(page, "Spare parts shelf");
  await page.getByRole("link", { name: "Deploy", exact: true }).first().click();
  await page.getByRole("button", { name: "Add package" }).click();
  await page.getByRole("menuitem", { name: /^main/ }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Numbers as of")).toBeVisible();
  await colleague.bringToFront();
  await dialog.getByRole("button", { name: "Delete cohort" }).click();
  await expect(dialog).toBeHidden();

  await page.bringToFront();
  await page.getByRole("button", { name: "Start Deployment" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Nothing was started: the cohort is gone." });
  await expect(alert).toContainText("The draft stays in this tab.");
  await alert.getByRole("link", { name: "Choose another cohort" }).click();
  await expectHeading(page, "Cohorts");
});

const NOWHERE = [
  { what: "page", path: "/nowhere/at/all" },
  { what: "project", path: "/projects/no-such-project/cohorts" },
  { what: "cohort", path: "/projects/harbour-sensors/cohorts/ffffffffffffffffffffffff" },
  { what: "cohort's devices", path: "/projects/harbour-sensors/cohorts/ffffffffffffffffffffffff/devices" },
  { what: "cohort to deploy to", path: "/projects/harbour-sensors/cohorts/ffffffffffffffffffffffff/deploy" },
  { what: "package", path: "/projects/harbour-sensors/packages/no-such-package" },
  { what: "device", path: "/projects/harbour-sensors/devices/ffffffffffffffffffffffff" },
  { what: "id with hostile letters", path: "/projects/harbour-sensors/devices/%3Cimg%20src%3Dx%3E%2F..%2F%00" },
];

for (const { what, path } of NOWHERE) {
  test(`an unknown ${what} is a 404 that keeps the navigation`, async ({ page }) => {
    await openWorld(page, path);
    await expect(page.getByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Cohorts" }).click();
    await expectHeading(page, "Cohorts");
    await expect(page.getByRole("link", { name: "Production EU", exact: true })).toBeVisible();
  });
}

test("an unknown deployment of a known cohort is a 404, an unknown device of a rollout leaves its list", async ({
  page,
}) => {
  await openCohort(page, "Field test");
  const cohort = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "2.5.0-rc.2", exact: true }).first().click();
  await expect(page.getByRole("table", { name: "Devices of this rollout" })).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/devices/ffffffffffffffffffffffff`);
  await expect(page.getByRole("table", { name: "Devices of this rollout" })).toBeVisible();
  await expect(page.getByRole("complementary").getByRole("alert")).toBeVisible();
  await page.goto(`${cohort}/deployments/ffffffffffffffffffffffff`);
  await expect(page.getByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
});

test("nonsense in an address is read as nothing", async ({ page }) => {
  await openWorld(page, "/projects/harbour-sensors/devices?page=-3&sort=zzz&tag=nope&cohort=%00");
  await expectHeading(page, "Devices");
  await openCohort(page, "Field test");
  await composeAndReview(page);
  await page.goto(`${new URL(page.url()).pathname.replace("/review", "")}?rollback=%F0%9F`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
