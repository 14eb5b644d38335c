import { deviceTable, expectHeading, historyTable } from "./support/operator.ts";
import { serveOwnDemo } from "./support/own-site.ts";
import { expect, test } from "./support/test.ts";
import { EPOCH, SEED } from "./support/world.ts";

test("once the first page is idle every page opens without the server, and the main job is done", async ({ page }) => {
  const site = await serveOwnDemo();
  const fetched: string[] = [];
  page.on("requestfinished", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`${site.origin}/?world=demo&seed=${SEED}&epoch=${EPOCH}&speed=1`);
  await expectHeading(page, "Cohorts");
  // Idle: no script has come for a while, and the last ones fetched ahead are there.
  const scripts = () => fetched.filter((path) => path.endsWith(".js")).length;
  await expect.poll(() => fetched.some((path) => /hash-worker/.test(path))).toBe(true);
  await expect.poll(stillness(scripts)).toBe(true);
  await site.stop();

  const main = page.getByRole("navigation", { name: "Main" });
  const breadcrumb = page.getByRole("navigation", { name: "Breadcrumb" });
  await page.getByRole("link", { name: "Field test", exact: true }).click();
  await expect(historyTable(page)).toBeVisible();
  await page.getByRole("link", { name: /^Devices 24/ }).click();
  await expect(page.getByRole("table", { name: "Devices of Field test" })).toBeVisible();
  await page.getByRole("link", { name: "Add devices" }).click();
  await expect(page.getByRole("table", { name: "Devices that can be added" })).toBeVisible();

  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await page.getByRole("button", { name: "Upload" }).click();
  const dialog = page.getByRole("dialog", { name: "Upload a version" });
  const file = { name: "image.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(4_000, 7) };
  await dialog.getByLabel("File").setInputFiles(file);
  await dialog.getByRole("textbox", { name: "Version" }).fill("2.6.0");
  await expect(dialog.getByRole("button", { name: "Copy hash" })).toBeVisible();
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByLabel("Version of main")).toHaveValue("2.6.0");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Numbers as of")).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();

  await expect(deviceTable(page)).toBeVisible();
  await deviceTable(page).getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("complementary", { name: /^field-/ })).toBeVisible();
  await page.getByRole("link", { name: "Manifest", exact: true }).click();
  await expectHeading(page, "Manifest");
  await breadcrumb.getByRole("link", { name: "Field test" }).click();
  await expect(historyTable(page)).toBeVisible();

  await main.getByRole("link", { name: "Packages" }).click();
  await page.getByRole("link", { name: "modem", exact: true }).click();
  await expect(page.getByRole("table", { name: "Versions" })).toBeVisible();
  await main.getByRole("link", { name: "Devices" }).click();
  await page.getByRole("table", { name: "Devices" }).getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByRole("complementary", { name: "About this device" })).toBeVisible();
  await main.getByRole("link", { name: "Cohorts" }).click();
  await expectHeading(page, "Cohorts");
});

/** Tells from the second call on whether `count` has stayed as it was. */
function stillness(count: () => number): () => boolean {
  let before = -1;
  return () => {
    const still = count() === before;
    before = count();
    return still;
  };
}
