import { expectHeading } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld } from "./support/world.ts";

const DEVICES = "/projects/harbour-sensors/devices";

// The browser itself notes a refusal.
test.use({ provokes: /status of 409/ });

test("a device is made with its hardware ids, and with a blueprint and tags that are made in place", async ({
  page,
}) => {
  await openWorld(page, DEVICES);
  await page.getByRole("button", { name: "Create device" }).click();
  const dialog = page.getByRole("dialog", { name: "Create device" });
  await dialog.getByLabel("Name").fill("buoy-1");
  await dialog.getByLabel("Hardware ids").fill("350000000000001\n350000000000002");
  await dialog.getByRole("combobox", { name: "Blueprint" }).fill("Buoy");
  await dialog.getByRole("option", { name: "Create blueprint “Buoy”" }).click();
  await expect(dialog.getByRole("button", { name: "Remove blueprint Buoy" })).toBeVisible();
  await dialog.getByRole("combobox", { name: "Tags" }).fill("sea=baltic");
  await dialog.getByRole("option", { name: "Create tag “sea=baltic”" }).click();
  await expect(dialog.getByRole("button", { name: /^Remove tag sea/ })).toBeVisible();
  await dialog.getByRole("combobox", { name: "Tags" }).fill("lab");
  await dialog.getByRole("option", { name: "lab", exact: true }).click();
  await dialog.getByRole("button", { name: "Create device" }).click();

  await expectHeading(page, "buoy-1");
  const about = page.getByRole("complementary", { name: "About this device" });
  await expect(about).toContainText("350000000000001");
  await expect(about).toContainText("350000000000002");
  await expect(about).toContainText("Buoy");
  const tags = about.getByRole("table", { name: "Tags" });
  await expect(tags.getByRole("row", { name: "sea baltic" })).toBeVisible();
  await expect(tags.getByRole("row", { name: "lab" })).toBeVisible();
});

test("a name that another device has is refused at the field, and what was typed stays", async ({ page }) => {
  await openWorld(page, DEVICES);
  await page.getByRole("button", { name: "Create device" }).click();
  const dialog = page.getByRole("dialog", { name: "Create device" });
  await dialog.getByLabel("Name").fill("bench-0001");
  await dialog.getByLabel("Hardware ids").fill("42");
  await dialog.getByRole("button", { name: "Create device" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/device name already being used/);
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await expect(dialog.getByLabel("Hardware ids")).toHaveValue("42");
  await dialog.getByLabel("Name").fill("bench-9001");
  await dialog.getByRole("button", { name: "Create device" }).click();
  await expectHeading(page, "bench-9001");
});

test("tags are edited in place, as pairs", async ({ page }) => {
  await openWorld(page, `${DEVICES}?term=bench-0001`);
  await page.getByRole("link", { name: "bench-0001" }).click();
  await expectHeading(page, "bench-0001");
  await page.getByRole("button", { name: "Edit tags" }).click();
  const field = page.getByRole("combobox", { name: "Tags of this device" });
  await field.fill("owner=ana");
  await page.getByRole("option", { name: "Create tag “owner=ana”" }).click();
  await expect(page.getByRole("button", { name: /^Remove tag owner/ })).toBeVisible();
  await page.getByRole("button", { name: /^Remove tag hw/ }).click();
  await expect(page.getByRole("button", { name: /^Remove tag hw/ })).toBeHidden();
  await page.getByRole("button", { name: "Done" }).click();
  const tags = page.getByRole("table", { name: "Tags" });
  await expect(tags.getByRole("row")).toHaveText(["lab", "ownerana"]);
  await page.reload();
  await expect(tags.getByRole("row")).toHaveText(["lab", "ownerana"]);
});

test("a device is disabled and takes no part, is enabled again, and is deleted after a question", async ({ page }) => {
  await openWorld(page, `${DEVICES}?term=boxed-0003`);
  await page.getByRole("link", { name: "boxed-0003" }).click();
  await page.getByRole("button", { name: "Disable…" }).click();
  await page
    .getByRole("dialog", { name: "Disable boxed-0003?" })
    .getByRole("button", { name: "Disable device" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "boxed-0003 Disabled" })).toBeVisible();
  await page.getByRole("button", { name: "Enable…" }).click();
  await page.getByRole("dialog", { name: "Enable boxed-0003?" }).getByRole("button", { name: "Enable device" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "boxed-0003 Enabled" })).toBeVisible();

  await page.getByRole("button", { name: "More about this device" }).click();
  await page.getByRole("menuitem", { name: "Delete device…" }).click();
  await page.getByRole("dialog", { name: "Delete boxed-0003?" }).getByRole("button", { name: "Delete device" }).click();
  await expectHeading(page, "Devices");
  await page.getByRole("searchbox", { name: "Find a device" }).fill("boxed-0003");
  await expect(page.getByText("No device matches.")).toBeVisible();
});

test("devices are found by tag, blueprint and cohort together, on the server and in the address", async ({ page }) => {
  await openWorld(page, DEVICES);
  const table = page.getByRole("table", { name: "Devices" });
  await page.getByRole("button", { name: "Tags" }).click();
  await page.getByRole("checkbox", { name: /^hw=\s?rev-a/ }).check();
  await page.getByRole("checkbox", { name: /^power=\s?battery/ }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Tags (2)" })).toBeVisible();
  await expect(page.getByText("42 devices match.")).toBeVisible();
  await page.getByLabel("Cohort", { exact: true }).selectOption("In Cold chain trucks");
  await expect(table.getByRole("row").nth(1)).toContainText("trailer-0001");
  await page.reload();
  await expect(page.getByText("42 devices match.")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByRole("button", { name: "Blueprint" }).click();
  await page.getByRole("checkbox", { name: /^Museum box/ }).check();
  await expect(page.getByText("7 devices match.")).toBeVisible();
});

test("a device shows what it should run beside what it runs, and what it went through", async ({ page }) => {
  await openWorld(page, `${DEVICES}?term=oakland-0001`);
  await page.getByRole("link", { name: "oakland-0001" }).click();
  await expectHeading(page, "oakland-0001");
  const wanted = page.getByRole("table", { name: "Wanted and running" });
  await expect(wanted.getByRole("row").nth(1)).toContainText("main");
  await expect(wanted.getByRole("row").nth(1)).toContainText("2.3.0");
  const history = page.getByRole("table", { name: "History" });
  await expect(history.getByRole("rowheader")).toHaveText(["October release", "US launch"]);
});
