import type { Page } from "@playwright/test";
import { composeAndReview, deploymentNames, deviceTable, historyTable, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";

const ABSENT = "not in this deployment";

// As the demo's seed tells it: newest first, the main package first, one column for each package that any of the last
// ten deployments used. "legacy" was dropped in the ninth and is in the tenth.
const EXPECTED = [
  ["Deployment", "main", "ca-certs", "calib", "legacy", "modem", "by"],
  [
    "Autumn fixes",
    "2.4.1 upgraded from 2.3.0 to 2.4.1",
    "2026-09 unchanged",
    "14 unchanged",
    ABSENT,
    "1.0.3 unchanged",
    "ana",
  ],
  [
    "Revert to 2.3.0",
    "2.3.0 downgraded from 2.4.0 to 2.3.0",
    "2026-09 unchanged",
    "14 unchanged",
    ABSENT,
    "1.0.3 upgraded from 1.0.2 to 1.0.3",
    "jo",
  ],
  [
    "Radio sleep, second try",
    "2.4.0 unchanged",
    "2026-09 unchanged",
    "14 unchanged",
    ABSENT,
    "1.0.2 downgraded from 1.0.3 to 1.0.2",
    "ana",
  ],
  [
    "Radio sleep",
    "2.4.0 upgraded from 2.3.0 to 2.4.0",
    "2026-09 unchanged",
    "14 unchanged",
    ABSENT,
    "1.0.3 unchanged",
    "ana",
  ],
  [
    "New root certificates",
    "2.3.0 unchanged",
    "2026-09 changed from 2025-02 to 2026-09",
    "14 unchanged",
    ABSENT,
    "1.0.3 unchanged",
    "ci",
  ],
  ["Calibration table", "2.3.0 unchanged", "2025-02 unchanged", "14 added", ABSENT, "1.0.3 unchanged", "lee"],
  [
    "Modem firmware",
    "2.3.0 unchanged",
    "2025-02 unchanged",
    ABSENT,
    ABSENT,
    "1.0.3 upgraded from 1.0.2 to 1.0.3",
    "jo",
  ],
  [
    "October release",
    "2.3.0 upgraded from 2.2.4 to 2.3.0",
    "2025-02 unchanged",
    ABSENT,
    ABSENT,
    "1.0.2 unchanged",
    "ana",
  ],
  ["Drop legacy loader", "2.2.4 unchanged", "2025-02 unchanged", ABSENT, "0.9.1 removed", "1.0.2 unchanged", "lee"],
  [
    "Hotfix watchdog",
    "2.2.4 upgraded from 2.2.3 to 2.2.4",
    "2025-02 unchanged",
    ABSENT,
    "0.9.1 unchanged",
    "1.0.2 unchanged",
    "ana",
  ],
  [
    "September release",
    "2.2.3 upgraded from 2.2.0 to 2.2.3",
    "2025-02 unchanged",
    ABSENT,
    "0.9.1 unchanged",
    "1.0.2 unchanged",
    "ci",
  ],
  [
    "Modem keep-alive",
    "2.2.0 unchanged",
    "2025-02 unchanged",
    ABSENT,
    "0.9.1 unchanged",
    "1.0.2 upgraded from 1.0.1 to 1.0.2",
    "jo",
  ],
  [
    "Summer release",
    "2.2.0 upgraded from 2.1.0 to 2.2.0",
    "2025-02 added",
    ABSENT,
    "0.9.1 upgraded from 0.9.0 to 0.9.1",
    "1.0.1 unchanged",
    "ana",
  ],
  ["Modem baseline", "2.1.0 unchanged", ABSENT, ABSENT, "0.9.0 unchanged", "1.0.1 added", "jo"],
  ["Spring release", "2.1.0 upgraded from 2.0.0 to 2.1.0", ABSENT, ABSENT, "0.9.0 unchanged", ABSENT, "ana"],
  ["First fleet image", "2.0.0 added", ABSENT, ABSENT, "0.9.0 added", ABSENT, "lee"],
];

test("the history of sixteen deployments shows what each did to every package of the last ten", async ({ page }) => {
  await openCohort(page, "Production EU");
  expect(await historyOf(page)).toEqual(EXPECTED);
  await expect(historyTable(page).getByRole("row").filter({ hasText: "Active" })).toHaveCount(1);
  await expect(historyTable(page).getByRole("row").nth(1)).toContainText("Active");
  await expect(page.getByText("All 16. Columns are the packages used in the newest 10.")).toBeVisible();
});

test("a package that none of the last ten deployments used has no column, also when older ones are shown", async ({
  page,
}) => {
  await openCohort(page, "Production EU");
  for (let repeated = 1; repeated <= 5; repeated += 1) {
    // One deployment after the other.
    // oxlint-disable-next-line no-await-in-loop
    await repeatActiveDeployment(page);
  }

  const columns = ["Deployment", "main", "ca-certs", "calib", "modem", "by"];
  await expect(deploymentNames(page)).toHaveCount(20);
  expect((await historyOf(page))[0]).toEqual(columns);
  await page.getByRole("button", { name: "Show older" }).click();
  await expect(page.getByText("All 21. Columns are the packages used in the newest 10.")).toBeFocused();

  const rows = await historyOf(page);
  expect(rows).toHaveLength(22);
  expect(rows[0]).toEqual(columns);
  expect(rows.at(-1)).toEqual(["First fleet image", "2.0.0 added", ABSENT, ABSENT, ABSENT, "lee"]);
});

test("a row leads to its rollout and lets its sequence number be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCohort(page, "Production EU");
  const row = historyTable(page).getByRole("row").filter({ hasText: "Hotfix watchdog" });
  await row.getByRole("button", { name: /^Copy sequence number/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\d{19}$/);
  await row.getByRole("link", { name: "Hotfix watchdog", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hotfix watchdog" })).toBeVisible();
  await expect(page.getByText("The watchdog fired during long uplinks.")).toBeVisible();
});

/** Starts what is active once more, and comes back to the cohort. */
async function repeatActiveDeployment(page: Page): Promise<void> {
  await composeAndReview(page);
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expect(deviceTable(page)).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Production EU" }).click();
  await expect(historyTable(page)).toBeVisible();
}

/** The table as texts: name, what became of each package, who. Times and numbers of devices move, and are left out. */
async function historyOf(page: Page): Promise<readonly (readonly string[])[]> {
  await expect(historyTable(page)).toBeVisible();
  return historyTable(page).evaluate((table) =>
    [...table.querySelectorAll("tr")].map((row) => {
      const [head, ...cells] = [...row.cells].map((cell) => (cell.textContent ?? "").replaceAll(/\s+/g, " ").trim());
      const name = row.querySelector("a")?.textContent ?? head ?? "";
      const who = /by (\w+)@/.exec(cells.at(-3) ?? "")?.[1] ?? "by";
      return [name, ...cells.slice(0, -3), who];
    }),
  );
}
