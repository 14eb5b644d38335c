import { readFile } from "node:fs/promises";
import { expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";

test("a manifest is read as JSON and as CBOR, copied and downloaded, exact to the last digit", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await openCohort(page, "Ice edition, Tromsø");
  await page.getByRole("link", { name: "Cold start", exact: true }).click();
  await page.getByRole("link", { name: "Manifest", exact: true }).click();
  await expectHeading(page, "Manifest");
  const components = page.getByRole("table", { name: "Components of the manifest" });
  await expect(components.getByRole("row").nth(1)).toContainText("calib");
  await expect(components.getByRole("row").nth(2)).toContainText("2.3.0");
  await page.getByRole("button", { name: "Copy sequence number" }).click();
  const sequence = await copied();
  // Beyond 2^53, where a number would have lost its last digits.
  expect(BigInt(sequence)).toBeGreaterThan(2n ** 60n);

  const json = page.getByRole("region", { name: "JSON" });
  await json.getByRole("button", { name: "Copy JSON" }).click();
  expect(await copied()).toContain(sequence);
  const [jsonFile] = await Promise.all([
    page.waitForEvent("download"),
    json.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(jsonFile.suggestedFilename()).toBe(`manifest-${sequence}.json`);
  expect(await readFile(await jsonFile.path(), "utf8")).toBe(await copied());

  const cbor = page.getByRole("region", { name: /^CBOR, \d+ bytes$/ });
  await cbor.getByRole("button", { name: /^Copy CBOR/ }).click();
  const [cborFile] = await Promise.all([
    page.waitForEvent("download"),
    cbor.getByRole("button", { name: "Download" }).click(),
  ]);
  const bytes = await readFile(await cborFile.path());
  expect(await copied()).toBe(bytes.toString("hex"));
  // A map of three; under its first key the sequence number, as eight bytes.
  const eight = BigInt(sequence).toString(16).padStart(16, "0");
  expect(bytes.subarray(0, 11).toString("hex")).toBe(`a3011b${eight}`);
});

test("one device's manifest says which variant it is told", async ({ page }) => {
  await openCohort(page, "Ice edition, Tromsø");
  await page.getByRole("link", { name: "Cold start", exact: true }).click();
  await page.getByRole("link", { name: "tromsø-0001" }).click();
  await page.getByRole("link", { name: "Its manifest" }).click();
  await expectHeading(page, "Manifest");
  await expect(page.getByText("What tromsø-0001 is told by this deployment.")).toBeVisible();
  await page.getByRole("link", { name: "For any device" }).click();
  await expect(page.getByText("in the variants that fit any device.")).toBeVisible();
});
