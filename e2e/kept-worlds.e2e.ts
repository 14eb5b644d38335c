import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { serveMockBackend } from "#mocks/doors/serve.ts";
import { launchOptions } from "./run/launch-options.ts";
import { keptCheckpoints, keptLog } from "./support/kept-log.ts";
import { composeAndReview, deviceTable, expectHeading, openCohort } from "./support/operator.ts";
import { DEMO_PORT, originOf } from "./support/ports.ts";
import { expect, test } from "./support/test.ts";
import { openWorld, travel } from "./support/world.ts";

let directory: string;
test.beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "slipway-kept-"));
});
test.afterEach(() => rm(directory, { recursive: true }));

/** Stops the world's clock and tells everything that the world is, in one text. */
async function pausedFingerprint(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    await fetch("/v1/world", { method: "PUT", headers, body: JSON.stringify({ paused: true }) });
    const world: { fingerprint: string } = await (await fetch("/v1/world?fingerprint=true")).json();
    return world.fingerprint;
  });
}

async function deployToFieldTest(page: Page): Promise<void> {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(page)).toBeVisible();
  await travel(page, 45);
}

test("a world whose every tab was closed is there again, to the last byte", async ({ page, context }) => {
  await deployToFieldTest(page);
  const left = await pausedFingerprint(page);
  await expect.poll(() => keptCheckpoints(page, "demo")).toBe(1);
  await page.close();
  const again = await context.newPage();
  await openWorld(again);
  await expectHeading(again, "Cohorts");
  expect(await pausedFingerprint(again)).toBe(left);
});

test("so is one whose browser was closed, and nothing of it lived on", async () => {
  const first = await browserOfItsOwn(directory);
  const page = await first.newPage();
  await deployToFieldTest(page);
  const left = await pausedFingerprint(page);
  await expect.poll(() => keptCheckpoints(page, "demo")).toBe(1);
  await first.close();
  const second = await browserOfItsOwn(directory);
  const again = await second.newPage();
  await openWorld(again);
  await expectHeading(again, "Cohorts");
  expect(await pausedFingerprint(again)).toBe(left);
  await second.close();
});

test("a log that was written in the browser makes the same world in Node", async ({ page }) => {
  await deployToFieldTest(page);
  const inTheBrowser = await pausedFingerprint(page);
  const log = await keptLog(page, "demo");
  const journalFile = join(directory, "demo.jsonl");
  await writeFile(journalFile, log.map((entry) => `${entry}\n`).join(""));
  const { origin, close } = await serveMockBackend({ world: "demo", journalFile });
  const { fingerprint } = await (await fetch(`${origin}/v1/world?fingerprint=true`)).json();
  await close();
  expect(fingerprint).toBe(inTheBrowser);
});

test.describe("where the browser has no room left", () => {
  // The service worker of MSW notes that it has none either.
  test.use({ provokes: /QuotaExceededError/ });

  test("the world goes on in memory, and says why", async ({ page, context }) => {
    const browser = await context.newCDPSession(page);
    await browser.send("Storage.overrideQuotaForOrigin", { origin: originOf(DEMO_PORT), quotaSize: 1 });
    await openCohort(page, "Field test");
    await expect(page.getByText(/^The world cannot be kept here \(.*\): it lives in memory/)).toBeVisible();
    await composeAndReview(page, { main: "2.4.1" });
    await page.getByRole("button", { name: "Start Deployment" }).click();
    await expect(deviceTable(page)).toBeVisible();
  });
});

test("where the browser forbids the site to keep anything, the demo goes on in memory, and says why", async () => {
  const context = await browserThatForbidsStorage(directory);
  const noises: string[] = [];
  context.on("console", (message) => (message.type() === "error" ? noises.push(message.text()) : undefined));
  context.on("weberror", (error) => noises.push(`${error.error()}`));
  const page = await context.newPage();
  await page.goto(originOf(DEMO_PORT));
  await expect(
    page.getByText(/^The world cannot be kept here \(.*denied permission.*\): it lives in memory/),
  ).toBeVisible();
  await page.getByRole("link", { name: "Field test", exact: true }).click();
  await composeAndReview(page, { main: "2.4.1" });
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(page)).toBeVisible();
  await context.close();
  expect(noises).toEqual([]);
});

/** A browser of its own, set to block all cookies, which blocks all other storage, too. */
async function browserThatForbidsStorage(profile: string): Promise<BrowserContext> {
  await mkdir(join(profile, "Default"));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(settings));
  return browserOfItsOwn(profile);
}

/** A browser that keeps what it keeps in a folder. */
function browserOfItsOwn(profile: string): Promise<BrowserContext> {
  const options = { ...launchOptions(process.env["CHROMIUM"] ?? ""), baseURL: originOf(DEMO_PORT) };
  return chromium.launchPersistentContext(profile, options);
}
