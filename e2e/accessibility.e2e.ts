import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { composeAndReview, deviceTable, historyTable, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld } from "./support/world.ts";

// The browser itself notes what is not found.
test.use({ provokes: /status of 404/ });

const PROJECT = "/projects/harbour-sensors";

/** Each page and dialog, as somebody gets there. The last step shows that it is there. */
const PLACES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "list of cohorts": async (page) => {
    await openWorld(page);
    await expect(page.getByRole("table", { name: "Cohorts" }).getByRole("row").nth(1)).toBeVisible();
  },
  "cohort with its history": async (page) => {
    await openCohort(page, "Production EU");
    await expect(historyTable(page)).toBeVisible();
  },
  "devices of a cohort": async (page) => {
    await openCohort(page, "Production EU");
    await page.getByRole("link", { name: /^Devices 1,250/ }).click();
    await expect(page.getByRole("table", { name: "Devices of Production EU" })).toBeVisible();
    await page.getByRole("searchbox", { name: "Find a device" }).fill("harbour-0001");
    await expect(page.getByRole("row")).toHaveCount(2);
  },
  "devices that can be added": async (page) => {
    await openCohort(page, "Field test");
    await page.getByRole("link", { name: "Add devices" }).click();
    await page.getByRole("checkbox", { name: "Select boxed-0001" }).check();
    await expect(page.getByText("1 device chosen.")).toBeVisible();
  },
  "step Compose": async (page) => {
    await openCohort(page, "Production EU");
    await page.getByRole("link", { name: "Deploy", exact: true }).click();
    await page.getByRole("button", { name: "Remove calib" }).click();
    await page.getByLabel("Version of main").selectOption("2.3.0");
    await expect(page.getByText("Transfer")).toBeVisible();
  },
  "step Review": async (page) => {
    await openCohort(page, "Production EU");
    await composeAndReview(page, { main: "2.3.0", modem: "1.1.0" });
  },
  "rollout that goes badly": async (page) => {
    await openCohort(page, "Production EU");
    await page.getByRole("link", { name: "Radio sleep", exact: true }).click();
    await expect(deviceTable(page)).toBeVisible();
  },
  "rollout with a device beside it": async (page) => {
    await openCohort(page, "Production EU");
    await page.getByRole("link", { name: "Autumn fixes", exact: true }).first().click();
    await page.getByRole("button", { name: /^Failed/ }).click();
    await deviceTable(page).getByRole("row").nth(1).getByRole("link").click();
    await expect(page.getByRole("complementary", { name: /^harbour-/ })).toBeVisible();
  },
  manifest: async (page) => {
    await openCohort(page, "Production EU");
    await page.getByRole("link", { name: "Autumn fixes", exact: true }).first().click();
    await page.getByRole("link", { name: "Manifest", exact: true }).click();
    await expect(page.getByRole("table", { name: "Components of the manifest" })).toBeVisible();
  },
  "list of packages": async (page) => {
    await openWorld(page, `${PROJECT}/packages`);
    await expect(page.getByRole("table", { name: "Packages" })).toBeVisible();
  },
  package: async (page) => {
    await openWorld(page, `${PROJECT}/packages/main`);
    await expect(page.getByRole("table", { name: "Versions" })).toBeVisible();
  },
  "list of devices": async (page) => {
    await openWorld(page, `${PROJECT}/devices?term=000`);
    await expect(page.getByRole("table", { name: "Devices" })).toBeVisible();
  },
  device: async (page) => {
    await openWorld(page, `${PROJECT}/devices?term=oakland-0001`);
    await page.getByRole("link", { name: "oakland-0001" }).click();
    await expect(page.getByRole("table", { name: "History" })).toBeVisible();
  },
  "page that is not there": async (page) => {
    await openWorld(page, `${PROJECT}/cohorts/ffffffffffffffffffffffff`);
    await expect(page.getByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
  },
  "list without a match": async (page) => {
    await openWorld(page, `${PROJECT}/devices?term=nothing-like-it`);
    await expect(page.getByText("No device matches.")).toBeVisible();
  },
  "empty project": async (page) => {
    await openWorld(page, "/", { world: "empty" });
    await expect(page.getByText("There is none yet.")).toBeVisible();
  },
  "form of a new cohort, with mistakes": async (page) => {
    await openWorld(page);
    await page.getByRole("link", { name: "Create cohort" }).click();
    await page.getByRole("radio", { name: "By a filter" }).check();
    await page.getByRole("button", { name: "Create cohort" }).click();
    await expect(page.getByText("Enter a name of 1 to 100 characters.")).toBeVisible();
    await expect(page.getByText("Choose at least one tag or blueprint.")).toBeVisible();
  },
  "filter of a cohort that is being changed": async (page) => {
    await openCohort(page, "Gothenburg doors");
    await page.getByRole("link", { name: "Edit filter" }).click();
    await page.getByRole("combobox", { name: "Tags" }).fill("power=mains");
    await page.getByRole("option", { name: /^power/ }).click();
    await expect(page.getByRole("heading", { name: "What the change does" })).toBeVisible();
  },
  "frozen cohort, and the dialog that ends that": async (page) => {
    await openCohort(page, "Field test");
    await cohortAct(page, "Freeze…");
    await page.getByLabel("Reason").fill("Holidays");
    await page.getByLabel("How long").selectOption("For a week");
    await page.getByRole("button", { name: "Freeze cohort" }).click();
    await page.getByRole("button", { name: "Unfreeze…" }).click();
    await expect(page.getByRole("dialog", { name: "Unfreeze Field test?" })).toBeVisible();
  },
  "package with a yanked version": async (page) => {
    await openWorld(page, `${PROJECT}/packages/main`);
    await page.getByRole("button", { name: "Yank main 2.4.0" }).click();
    await page.getByLabel("Reason").fill("Reverts on revision C");
    await page.getByRole("button", { name: "Yank version" }).click();
    await expect(page.getByText("Yanked just now")).toBeVisible();
  },
  "dialog that adds devices": async (page) => {
    await openCohort(page, "Field test");
    await page.getByRole("link", { name: "Add devices" }).click();
    await page.getByRole("checkbox", { name: "Select boxed-0001" }).check();
    await page.getByRole("button", { name: "Review" }).click();
    await expect(page.getByRole("dialog", { name: "Add 1 device to Field test?" })).toBeVisible();
  },
  "dialog that uploads a file": async (page) => {
    await openWorld(page, `${PROJECT}/packages/main`);
    await page.getByRole("button", { name: "Upload version" }).click();
    const dialog = page.getByRole("dialog", { name: "Upload a version of main" });
    const file = { name: "image.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(4_000, 7) };
    await dialog.getByLabel("File").setInputFiles(file);
    await dialog.getByRole("combobox", { name: "Tags" }).fill("hw");
    await expect(dialog.getByRole("option").first()).toBeVisible();
  },
  "dialog that makes a device": async (page) => {
    await openWorld(page, `${PROJECT}/devices`);
    await page.getByRole("button", { name: "Create device" }).click();
    await expect(page.getByRole("dialog", { name: "Create device" })).toBeVisible();
  },
  "dialog that cancels the rest": async (page) => {
    await openCohort(page, "Production EU");
    await page.getByRole("link", { name: "Autumn fixes", exact: true }).first().click();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Cancel the rest…" }).click();
    await expect(page.getByRole("dialog", { name: "Cancel the rest?" })).toBeVisible();
  },
  "rollout that halted by its plan": async (page) => {
    await openCohort(page, "Cold chain trucks");
    await historyTable(page).getByRole("rowheader").getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: "Halted by its plan" })).toBeVisible();
  },
  "dialog that resumes after a halt": async (page) => {
    await openCohort(page, "Cold chain trucks");
    await historyTable(page).getByRole("rowheader").getByRole("link").first().click();
    await page.getByRole("button", { name: "Resume with a reason…" }).click();
    await page.getByRole("button", { name: "Resume rollout" }).click();
    await expect(page.getByText("Say why, in a few words")).toBeVisible();
  },
  "review of a plan in phases for a protected cohort": async (page) => {
    await openCohort(page, "Field test");
    await cohortAct(page, "Protect…");
    await page.getByLabel("Reason").fill("Parts for the tender");
    await page.getByRole("button", { name: "Protect cohort" }).click();
    await page.getByRole("link", { name: "Deploy", exact: true }).click();
    await page.getByLabel("Version of main").selectOption("2.4.1");
    await page.getByRole("radio", { name: /^Standard/ }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await expect(page.getByLabel("Type “Field test” to go on")).toBeVisible();
    await expect(page.getByText("Numbers as of")).toBeVisible();
  },
  "dialog that freezes a cohort, with a mistake": async (page) => {
    await openCohort(page, "Field test");
    await cohortAct(page, "Freeze…");
    await page.getByLabel("How long").selectOption("Until a day and time…");
    await page.getByRole("button", { name: "Freeze cohort" }).click();
    await expect(page.getByText("Say why, in a few words")).toBeVisible();
  },
  "dialog that yanks a version": async (page) => {
    await openWorld(page, `${PROJECT}/packages/main`);
    await page.getByRole("button", { name: "Yank main 2.4.1" }).click();
    await expect(page.getByRole("dialog", { name: "Yank main 2.4.1?" })).toBeVisible();
  },
  "rollout of a version that was yanked": async (page) => {
    await openWorld(page, `${PROJECT}/packages/main`);
    await page.getByRole("button", { name: "Yank main 2.4.1" }).click();
    await page.getByLabel("Reason").fill("Loses its clock");
    await page.getByRole("button", { name: "Yank version" }).click();
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: /^Cohorts/ })
      .click();
    await page.getByRole("link", { name: "Production EU", exact: true }).click();
    await page.getByRole("link", { name: "See the rollout" }).click();
    await expect(page.getByText(/^main 2\.4\.1 was yanked/)).toBeVisible();
  },
  "menu of a filter": async (page) => {
    await openWorld(page, `${PROJECT}/devices`);
    await page.getByRole("button", { name: "Tags" }).click();
    await expect(page.getByRole("checkbox", { name: "lab" })).toBeVisible();
  },
};

for (const [place, open] of Object.entries(PLACES)) {
  test(`axe finds nothing on the ${place}, wide or narrow, light or dark`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
  });
}

/** Opens a dialog of a cohort's menu. */
async function cohortAct(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More about this cohort" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}
