import type { Page } from "@playwright/test";
import { makeFleet } from "./support/fleet.ts";
import { tabTo } from "./support/keyboard.ts";
import { expectHeading } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld } from "./support/world.ts";

const BUOYS = [1, 2, 3, 4].map((n) => ({ name: `buoy-${n}`, tags: ["site=pier", "hw=rev-c"], blueprint: "Buoy" }));
const FLEET = [
  ...BUOYS,
  { name: "buoy-5", tags: ["site=pier", "hw=rev-a"], blueprint: "Buoy" },
  { name: "gateway-1", tags: ["site=pier"], blueprint: "Gateway" },
];

test.beforeEach(async ({ page }) => {
  await openWorld(page, "/projects/harbour-sensors/cohorts", { world: "empty" });
  await expectHeading(page, "Cohorts");
  await makeFleet(page, FLEET);
});

test("a cohort is made by a filter, which says while it is chosen how many devices match, and some of them", async ({
  page,
}) => {
  await page.getByRole("link", { name: "Create cohort" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Pier buoys");
  await page.getByRole("radio", { name: "By a filter" }).check();
  const preview = previewOf(page);
  await expect(preview).toContainText("Choose a tag or a blueprint");

  await choose(page, "Tags", "site=pier");
  await expect(preview).toContainText("6 devices match");
  await choose(page, "Blueprints", "Buoy");
  await expect(preview).toContainText("5 devices match");
  await expect(preview).toContainText("5 would be in it");
  await expect(preview).toContainText("No other dynamic cohort matches any of them.");
  await expect(preview.getByRole("list", { name: "Some of those in it" }).getByRole("listitem")).toHaveText([
    "buoy-1",
    "buoy-2",
    "buoy-3",
    "buoy-4",
    "buoy-5",
  ]);
  await page.getByRole("button", { name: "Create cohort" }).click();

  await expectHeading(page, "Pier buoys Dynamic");
  await expect(page.getByRole("paragraph").filter({ hasText: "Takes every device" })).toContainText(
    "site=pier and of blueprint Buoy",
  );
  await toMembers(page, 5);
  await expect(memberNames(page, "Pier buoys")).toHaveText(["buoy-1", "buoy-2", "buoy-3", "buoy-4", "buoy-5"]);
  await expect(members(page, "Pier buoys").getByRole("row").nth(1)).toContainText("matches the filter");
});

test("a filter without tags and blueprints, and one that nothing matches, are said and led out of", async ({
  page,
}) => {
  await page.getByRole("link", { name: "Create cohort" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Nobody");
  await page.getByRole("radio", { name: "By a filter" }).check();
  await page.getByRole("button", { name: "Create cohort" }).click();
  await expect(page.getByRole("combobox", { name: "Tags" })).toHaveAccessibleDescription(
    "Choose at least one tag or blueprint. Without any, every device would match.",
  );
  await expect(page.getByRole("combobox", { name: "Tags" })).toBeFocused();

  await choose(page, "Tags", "hw=rev-c");
  await choose(page, "Blueprints", "Gateway");
  await expect(previewOf(page)).toContainText("No device matches now.");
  await page.getByRole("button", { name: "Clear filter" }).click();
  await expect(previewOf(page)).toContainText("Choose a tag or a blueprint");
  await expect(page.getByRole("combobox", { name: "Tags" })).toBeFocused();
});

test("two filters that match the same devices are said while the second is chosen: the oldest cohort keeps them", async ({
  page,
}) => {
  await createByFilter(page, "Pier buoys", { Blueprints: "Buoy" });
  await toCohorts(page);
  await beginByFilter(page, "Revision C", { Tags: "hw=rev-c" });
  const preview = previewOf(page);
  await expect(preview).toContainText("4 devices match");
  await expect(preview).toContainText("0 would be in it");
  await expect(preview).toContainText("4 stay with an older dynamic cohort");
  await expect(preview).toContainText("4 also match Pier buoys, which is older and keeps them.");
});

test("a device that somebody placed stays where it is, and can be placed in a cohort that its filter does not match", async ({
  page,
}) => {
  await createByFilter(page, "Pier buoys", { Blueprints: "Buoy" });
  await page.getByRole("link", { name: "Add devices" }).click();
  await page.getByRole("checkbox", { name: "gateway-1" }).check();
  await page.getByRole("button", { name: "Review" }).click();
  const dialog = page.getByRole("dialog", { name: "Add 1 device to Pier buoys?" });
  await expect(dialog).toContainText("Placed by hand, they stay here whatever the filter says.");
  await dialog.getByRole("button", { name: "Add 1 device" }).click();
  await expect(members(page, "Pier buoys").getByRole("row", { name: /gateway-1/ })).toContainText("placed by hand");

  await toCohorts(page);
  await beginByFilter(page, "Gateways", { Blueprints: "Gateway" });
  await expect(previewOf(page)).toContainText("1 stays where somebody placed it by hand");
  await page.getByRole("link", { name: "Cancel" }).click();

  await page.getByRole("link", { name: "Pier buoys", exact: true }).click();
  await toMembers(page, 6);
  await page.getByRole("checkbox", { name: "buoy-1" }).check();
  await page.getByRole("checkbox", { name: "gateway-1" }).check();
  await page.getByRole("button", { name: "Remove from cohort (2/6)" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove 2 devices" }).click();
  await expect(page.getByText("1 device matches the filter of “Pier buoys” and stays.")).toBeVisible();
  await expect(memberNames(page, "Pier buoys")).toHaveText(["buoy-1", "buoy-2", "buoy-3", "buoy-4", "buoy-5"]);
});

test("a filter is edited: who comes in and who goes is said before, and is so after", async ({ page }) => {
  await createByFilter(page, "Pier buoys", { Blueprints: "Buoy" });
  await page.getByRole("link", { name: "Edit filter" }).click();
  await expectHeading(page, "Filter of Pier buoys");
  await expect(page.getByRole("button", { name: "Save filter" })).toHaveAccessibleDescription(
    "The filter is as it was.",
  );

  await choose(page, "Tags", "hw=rev-a");
  const does = page.getByRole("complementary", { name: "What the filter does" });
  await expect(does).toContainText("4 go, and keep what they run");
  await expect(does.getByRole("list", { name: "Who goes" }).getByRole("listitem")).toHaveText([
    "buoy-1",
    "buoy-2",
    "buoy-3",
    "buoy-4",
  ]);
  await page.getByRole("button", { name: "Remove tag hw=rev-a" }).click();
  await choose(page, "Blueprints", "Gateway");
  await expect(does).toContainText("1 comes in");
  await page.getByRole("button", { name: "Remove blueprint Buoy" }).click();
  await expect(does).toContainText("5 go, and keep what they run");
  await page.getByRole("button", { name: "Save filter" }).click();

  await expect(page.getByText("The filter of “Pier buoys” was changed.")).toBeVisible();
  await expect(memberNames(page, "Pier buoys")).toHaveText(["gateway-1"]);
});

test("a device comes and goes as its tags do", async ({ page }) => {
  await createByFilter(page, "Revision A", { Tags: "hw=rev-a" });
  await toMembers(page, 1);
  await page.getByRole("link", { name: "buoy-5" }).click();
  await expectHeading(page, "buoy-5");
  await page.getByRole("button", { name: "Edit tags" }).click();
  await page.getByRole("button", { name: "Remove tag hw=rev-a" }).click();
  await expect(page.getByRole("button", { name: "Remove tag hw=rev-a" })).toBeHidden();
  await toCohorts(page);
  await page.getByRole("link", { name: "Revision A", exact: true }).click();
  await toMembers(page, 0);
  await expect(page.getByText("Revision A has no devices: none matches its filter")).toBeVisible();

  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Devices/ })
    .click();
  await page.getByRole("link", { name: "gateway-1" }).click();
  await page.getByRole("button", { name: "Edit tags" }).click();
  await page.getByRole("combobox", { name: "Tags of this device" }).fill("hw=rev-a");
  await page.getByRole("option", { name: "hw=rev-a", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove tag hw=rev-a" })).toBeVisible();
  await toCohorts(page);
  await page.getByRole("link", { name: "Revision A", exact: true }).click();
  await toMembers(page, 1);
  await expect(memberNames(page, "Revision A")).toHaveText(["gateway-1"]);
});

test("a dynamic cohort is made and its filter edited without a mouse", async ({ page }) => {
  await tabTo(page, page.getByRole("link", { name: "Create cohort" }));
  await page.keyboard.press("Enter");
  await expectHeading(page, "Create cohort");
  await tabTo(page, page.getByRole("textbox", { name: "Name" }));
  await page.keyboard.type("Pier buoys");
  await tabTo(page, page.getByRole("radio", { name: "By hand" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "By a filter" })).toBeFocused();
  await tabTo(page, page.getByRole("combobox", { name: "Blueprints" }));
  await page.keyboard.type("buoy");
  await page.keyboard.press("Enter");
  await expect(previewOf(page)).toContainText("5 devices match");
  await tabTo(page, page.getByRole("button", { name: "Create cohort" }));
  await page.keyboard.press("Enter");
  await expectHeading(page, "Pier buoys");

  await tabTo(page, page.getByRole("link", { name: "Edit filter" }));
  await page.keyboard.press("Enter");
  await expectHeading(page, "Filter of Pier buoys");
  await tabTo(page, page.getByRole("combobox", { name: "Tags" }));
  await page.keyboard.type("rev-a");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Save filter" }));
  await page.keyboard.press("Enter");
  await expect(memberNames(page, "Pier buoys")).toHaveText(["buoy-5"]);
});

type Chosen = { readonly Tags?: string; readonly Blueprints?: string };

/** Fills in a cohort by one tag or blueprint. */
async function beginByFilter(page: Page, name: string, { Tags, Blueprints }: Chosen): Promise<void> {
  await page.getByRole("link", { name: "Create cohort" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("radio", { name: "By a filter" }).check();
  if (Tags !== undefined) await choose(page, "Tags", Tags);
  if (Blueprints !== undefined) await choose(page, "Blueprints", Blueprints);
}

async function createByFilter(page: Page, name: string, chosen: Chosen): Promise<void> {
  await beginByFilter(page, name, chosen);
  await page.getByRole("button", { name: "Create cohort" }).click();
  await expectHeading(page, name);
}

async function choose(page: Page, field: "Tags" | "Blueprints", name: string): Promise<void> {
  await page.getByRole("combobox", { name: field }).fill(name);
  await page.getByRole("option", { name, exact: true }).click();
}

async function toCohorts(page: Page): Promise<void> {
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: /^Cohorts/ })
    .click();
  await expectHeading(page, "Cohorts");
}

/** From a cohort's page to its devices, of which it has so many. */
async function toMembers(page: Page, count: number): Promise<void> {
  await page
    .getByRole("navigation", { name: "Cohort", exact: true })
    .getByRole("link", { name: `Devices ${count}` })
    .click();
}

function previewOf(page: Page) {
  return page.getByRole("complementary", { name: "What it would hold" });
}

function members(page: Page, cohort: string) {
  return page.getByRole("table", { name: `Devices of ${cohort}` });
}

function memberNames(page: Page, cohort: string) {
  return members(page, cohort).getByRole("rowheader").getByRole("link");
}
