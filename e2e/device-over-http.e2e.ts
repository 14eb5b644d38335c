import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { deviceTable, expectHeading } from "./support/operator.ts";
import { CONSOLE_PORT, MOCK_PORT, originOf } from "./support/ports.ts";
import { expect, test } from "./support/test.ts";

const IMAGE = Buffer.alloc(5_000, "slipway ");

// The mock backend is a real HTTP server here, one for all tests: what this one makes has names of its own.
test("a device over HTTP gets its manifest, downloads by ranges, reports, and is shown verified", async ({ page }) => {
  await page.goto(`${originOf(CONSOLE_PORT)}/projects/harbour-sensors/packages/main`);
  await uploadImage(page);
  const deviceId = await createDevice(page);
  const device = deviceAt(`${originOf(MOCK_PORT)}/device/${deviceId}/.u`);
  await device.report({ state: 0, reason: 0, version: "1.0.0" });

  await page.getByRole("button", { name: "Add to cohort…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add http-1 to a cohort" });
  await dialog.getByRole("combobox", { name: "Cohort" }).fill("Spare parts shelf");
  await dialog.getByRole("option", { name: "Spare parts shelf" }).click();
  await dialog.getByRole("button", { name: "Add device" }).click();
  await page.getByRole("link", { name: "Spare parts shelf" }).first().click();
  await page.getByRole("link", { name: "Deploy", exact: true }).first().click();
  await page.getByRole("button", { name: "Add package" }).click();
  await page.getByRole("menuitem", { name: /^main/ }).click();
  await page.getByLabel("Version of main").selectOption("9.0.0-http");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("1 upgrade")).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expectHeading(page, "Add main 9.0.0-http");
  const row = deviceTable(page).getByRole("row").filter({ hasText: "http-1" });

  const [component] = await device.desired();
  const sha256 = createHash("sha256").update(IMAGE).digest("hex");
  expect(component).toMatchObject({ package: "main", version: "9.0.0-http", hash: sha256, size: 5_000 });
  await expect(row).toContainText("In progress · offered");
  await device.report({ state: 1, reason: 0, version: "1.0.0", target: "9.0.0-http" });
  await expect(row).toContainText("In progress · downloading");
  expect(await device.download("main@9.0.0-http")).toEqual(IMAGE);
  await device.report({ state: 2, reason: 0, version: "1.0.0", target: "9.0.0-http" });
  await expect(row).toContainText("In progress · downloaded");
  await device.report({ state: 3, reason: 0, version: "1.0.0", target: "9.0.0-http" });
  await expect(row).toContainText(/In progress · (installing|rebooting)/);
  await device.report({ state: 0, reason: 0, version: "9.0.0-http" });
  await expect(page.getByRole("link", { name: "1 of 1 verified" })).toBeVisible();
  await expect(row).toContainText("Succeeded · verified");
});

async function uploadImage(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Upload version" }).click();
  const dialog = page.getByRole("dialog", { name: "Upload a version of main" });
  const file = { name: "image.bin", mimeType: "application/octet-stream", buffer: IMAGE };
  await dialog.getByLabel("File").setInputFiles(file);
  await dialog.getByRole("textbox", { name: "Version" }).fill("9.0.0-http");
  await expect(dialog.getByRole("button", { name: "Copy hash" })).toBeVisible();
  await dialog.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText("main 9.0.0-http uploaded.")).toBeVisible();
}

/** Makes the device in the console and tells its id, as its page's address has it. */
async function createDevice(page: Page): Promise<string> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Devices" }).click();
  await page.getByRole("button", { name: "Create device" }).click();
  const dialog = page.getByRole("dialog", { name: "Create device" });
  await dialog.getByLabel("Name").fill("http-1");
  await dialog.getByRole("button", { name: "Create device" }).click();
  await expectHeading(page, "http-1");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

type Report = { readonly state: number; readonly reason: number; readonly version: string; readonly target?: string };

/** A device as its own update code behaves, over plain HTTP. */
function deviceAt(origin: string) {
  const asked = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`${origin}${path}`, init);
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  return {
    report: (body: Report) =>
      asked("/c/main", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    desired: async (): Promise<readonly unknown[]> => {
      const told: unknown = await (await asked("/desired")).json();
      return typeof told === "object" && told !== null && "components" in told && Array.isArray(told.components)
        ? told.components
        : [];
    },
    /** In blocks of 1,024 bytes, as devices with little memory do. */
    download: async (component: string): Promise<Buffer> => {
      const starts = Array.from({ length: Math.ceil(IMAGE.length / 1_024) }, (_, block) => block * 1_024);
      const blocks = starts.map(async (start) => {
        const answer = await asked(`/c/${component}`, { headers: { range: `bytes=${start}-${start + 1_023}` } });
        expect(answer.status).toBe(206);
        return Buffer.from(await answer.arrayBuffer());
      });
      return Buffer.concat(await Promise.all(blocks));
    },
  };
}
