import { truncate, writeFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld } from "./support/world.ts";

// The browser itself notes a refusal.
test.use({ provokes: /status of 409/ });

test("a package is made, gets its first version with the hash shown first, and can be deployed", async ({ page }) => {
  await openWorld(page, "/projects/harbour-sensors/packages");
  await page.getByRole("button", { name: "Create package" }).click();
  const create = page.getByRole("dialog", { name: "Create package" });
  await create.getByLabel("Package id").fill("bootloader");
  await create.getByLabel("Description").fill("What starts the firmware");
  await create.getByRole("button", { name: "Create package" }).click();
  await expectHeading(page, "bootloader");

  const dialog = await openUpload(page, "bootloader");
  await dialog.getByLabel("File").setInputFiles(fileOf(5_000));
  await expect(dialog.getByText("4.9 KB (5,000 bytes)")).toBeVisible();
  // SHA-256 of 5,000 times 0x07, by sha256sum.
  await expect(dialog.getByTitle("f302a3f85503eeb1a105c81a5fbea0aa461417fb3893919572949cadbfee86a7")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Version" }).fill("1.0.0");
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText("bootloader 1.0.0 uploaded.")).toBeVisible();
  const row = page.getByRole("table", { name: "Versions" }).getByRole("row", { name: /^1\.0\.0/ });
  await expect(row).toContainText("not in use");
  await expect(row).toContainText("4.9 KB");

  await page
    .getByRole("link", { name: /^Cohorts/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Field test", exact: true }).click();
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await page.getByRole("button", { name: "Add package" }).click();
  await page.getByRole("menuitem", { name: "bootloader 1.0.0" }).click();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Add bootloader 1.0.0");
});

test("another content for a version that exists is refused at the version, and what was entered stays", async ({
  page,
}) => {
  await openWorld(page, "/projects/harbour-sensors/packages/calib");
  const dialog = await openUpload(page, "calib");
  await dialog.getByLabel("File").setInputFiles(fileOf(3_000));
  await dialog.getByRole("textbox", { name: "Version" }).fill("14");
  await expect(dialog.getByRole("button", { name: "Copy hash" })).toBeVisible();
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();

  const version = dialog.getByRole("textbox", { name: "Version" });
  await expect(version).toHaveAccessibleDescription(/already exists/);
  await expect(version).toHaveValue("14");
  await expect(version).toBeFocused();
  await version.fill("15");
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByRole("table", { name: "Versions" }).getByRole("rowheader")).toHaveText(["15", "14"]);
});

test("a file of 0 bytes and one over 52,428,800 bytes are refused before anything is sent", async ({ page }, info) => {
  await openWorld(page, "/projects/harbour-sensors/packages/calib");
  const dialog = await openUpload(page, "calib");
  await dialog.getByRole("textbox", { name: "Version" }).fill("15");
  const file = dialog.getByLabel("File");
  await file.setInputFiles(fileOf(0));
  await expect(file).toHaveAccessibleDescription("The file is empty: there is nothing to install.");
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(file).toBeFocused();

  const large = info.outputPath("large.bin");
  await writeFile(large, "");
  await truncate(large, 52_428_801);
  await file.setInputFiles(large);
  await expect(file).toHaveAccessibleDescription(
    "The file has 52,428,801 bytes; at most 52,428,800 (50 MB) are taken.",
  );
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("table", { name: "Versions" }).getByRole("rowheader")).toHaveText(["14"]);
});

test("a version that deployments name is kept, with the reason; another is deleted after a question", async ({
  page,
}) => {
  await openWorld(page, "/projects/harbour-sensors/packages/calib");
  const kept = page.getByRole("button", { name: "Delete calib 14" });
  await expect(kept).toBeDisabled();
  await expect(kept).toHaveAccessibleDescription(/^\d+ deployments name it, so it is kept for the record\.$/);

  const dialog = await openUpload(page, "calib");
  await dialog.getByLabel("File").setInputFiles(fileOf(2_000));
  await dialog.getByRole("textbox", { name: "Version" }).fill("15-rc.1");
  await expect(dialog.getByRole("button", { name: "Copy hash" })).toBeVisible();
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByRole("button", { name: "Delete calib 15-rc.1" }).click();
  const question = page.getByRole("dialog", { name: "Delete calib 15-rc.1?" });
  await question.getByRole("button", { name: "Delete artifact" }).click();
  await expect(page.getByRole("table", { name: "Versions" }).getByRole("rowheader")).toHaveText(["14"]);
});

test("another package becomes the main one, and the history shows it first", async ({ page }) => {
  await openWorld(page, "/projects/harbour-sensors/packages/modem");
  await page.getByRole("button", { name: "More about this package" }).click();
  await page.getByRole("menuitem", { name: "Mark as main…" }).click();
  const dialog = page.getByRole("dialog", { name: "Mark modem as main?" });
  await expect(dialog).toContainText("main stops being it.");
  await dialog.getByRole("button", { name: "Mark as main" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "modem Main" })).toBeVisible();

  await openCohort(page, "Production US");
  await expect(page.getByRole("columnheader").nth(1)).toHaveText("modem");
});

test("a version is uploaded from Compose, and the draft stays", async ({ page }) => {
  await openCohort(page, "Field test");
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await page.getByRole("textbox", { name: "Notes" }).fill("Typed before the upload");
  await page.getByRole("button", { name: "Upload" }).click();
  const dialog = page.getByRole("dialog", { name: "Upload a version" });
  await dialog.getByLabel("File").setInputFiles(fileOf(4_000));
  await dialog.getByLabel("Package").selectOption("modem");
  await dialog.getByRole("textbox", { name: "Version" }).fill("1.2.0");
  await expect(dialog.getByRole("button", { name: "Copy hash" })).toBeVisible();
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();

  await expect(page.getByLabel("Version of modem")).toHaveValue("1.2.0");
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("Typed before the upload");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "“Update modem to 1.2.0” changes 1 of 2 packages" })).toBeVisible();
});

async function openUpload(page: Page, packageId: string): Promise<Locator> {
  await page.getByRole("button", { name: "Upload version" }).click();
  return page.getByRole("dialog", { name: `Upload a version of ${packageId}` });
}

function fileOf(sizeBytes: number) {
  return { name: "image.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(sizeBytes, 7) };
}
