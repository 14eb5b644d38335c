import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { ask, spoilNextAnswers } from "./support/backend.ts";
import { tabTo } from "./support/keyboard.ts";
import { composeAndReview, expectHeading, openCohort } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { travel } from "./support/world.ts";

/** Compose for "Field test" of the demo, with the options of its plan open. */
async function openOptions(page: Page): Promise<void> {
  await openCohort(page, "Field test");
  await page.getByRole("link", { name: "Deploy", exact: true }).click();
  await page.getByLabel("Version of main").selectOption("2.4.1");
  await page.getByRole("button", { name: "More options" }).click();
}

async function review(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Numbers as of")).toBeVisible();
}

const plan = (page: Page, name: string) => page.getByRole("radio", { name: new RegExp(`^${name}`) });
const picker = (page: Page) => page.getByRole("group", { name: "Devices that get it" });

test("the standard plan is chosen by keyboard, says what it means, and stops a build that nobody can install", async ({
  page,
}) => {
  await openCohort(page, "Bad build", { world: "bad-build" });
  await page.getByRole("link", { name: "Deploy", exact: true }).first().click();
  await page.getByRole("button", { name: "Add package" }).click();
  await page.getByRole("menuitem", { name: /^main/ }).click();
  await page.getByLabel("Version of main").selectOption("2.0.0-bad");
  await expect(page.getByText("Never: it goes to all devices at once.")).toBeVisible();
  await expect(page.getByText("If the build is bad: all 10,000 devices.")).toBeVisible();

  // A click waits until the menu, which lies over the page as it closes, is gone.
  await page.getByRole("textbox", { name: "Notes" }).click();
  await tabTo(page, plan(page, "All at once"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(plan(page, "Standard")).toBeChecked();
  await tabTo(page, page.getByRole("button", { name: "Next" }));
  await page.keyboard.press("Enter");

  for (const sentence of [
    /^The first 500 devices \(5\s%\) are offered it, 10 at a time\.$/,
    /^If 90\s% are verified, 4,500 more\.$/,
    /^If 90\s% are verified, the remaining 5,000, and every device that joins later\.$/,
    /^At 5\s% failures once 20 are done, at 3 failures in a row \(10 where most are under way\), or when 3 devices stay silent after the reboot\.$/,
    "If the build is bad: at most 13 devices.",
  ]) {
    // One line after the other.
    // oxlint-disable-next-line no-await-in-loop
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await expect(page.getByRole("img", { name: "Phases reach 500, then 5,000, then 10,000 of" })).toBeVisible();
  await expect(page.getByText("Numbers as of")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Start Deployment" }));
  await page.keyboard.press("Enter");

  await expectHeading(page, "Add main 2.0.0-bad");
  const phases = page.getByRole("table", { name: "Phases of this rollout" });
  await expect(phases.getByRole("rowheader")).toHaveText(["5 %", "50 %", "All devices"]);
  await travel(page, 3 * 60);
  await expect(page.getByText(/^Halted/).first()).toBeVisible();
});

test("only chosen devices get it", async ({ page }) => {
  await openOptions(page);
  await page.getByRole("radio", { name: /^Chosen devices/ }).check();
  await page.getByRole("searchbox", { name: "Find a device of the cohort" }).fill("field-002");
  await expect(picker(page).getByRole("checkbox")).toHaveCount(5);
  await picker(page).getByRole("checkbox").first().check();
  await picker(page).getByRole("checkbox").nth(1).check();
  await page.getByRole("searchbox", { name: "Find a device of the cohort" }).fill("nobody is called so");
  await expect(page.getByText("No enabled device of the cohort matches.")).toBeVisible();
  await expect(picker(page).getByText("2 chosen")).toBeVisible();
  await review(page);

  await expect(page.getByText("Offered to 2 chosen devices as each connects.")).toBeVisible();
  await expect(page.getByText("The rest of the cohort keeps what it has.")).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expectHeading(page, "Update main to 2.4.1");
  await expect(page.getByRole("table", { name: "Devices of this rollout" }).getByRole("row")).toHaveCount(3);
});

test("a start at a time waits for it", async ({ page }) => {
  await openOptions(page);
  await page.getByRole("radio", { name: /^At a date and time/ }).check();
  await expect(page.getByLabel("Starts at")).toHaveAccessibleDescription("In UTC, where it is 08:00, Tue 17 Nov now.");
  await page.getByLabel("Starts at").fill("2026-11-17T12:00");
  await review(page);
  await expect(page.getByText("At 12:00, Tue 17 Nov.")).toBeVisible();
  await page.getByRole("button", { name: "Start Deployment" }).click();
  await expectHeading(page, "Update main to 2.4.1");
  await expect(page.getByText(/^Scheduled: it starts/)).toBeVisible();
});

test("what is wrong is said at its field before anything is sent, and the focus goes there", async ({ page }) => {
  await openOptions(page);
  await page.getByLabel("Maximum devices").fill("0");
  await page.getByRole("button", { name: "Fewer options" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  const field = page.getByLabel("Maximum devices");
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription("The number of devices to stop at is a whole number of at least 1.");
  await field.fill("");
  await review(page);
});

test.describe("where the backend refuses", () => {
  // The browser itself notes the refusal.
  test.use({ provokes: /status of 422/ });

  test("a chosen device that left meanwhile is named, at the start and where it was chosen", async ({ page }) => {
    await openOptions(page);
    await page.getByRole("radio", { name: /^Chosen devices/ }).check();
    await picker(page).getByRole("checkbox", { name: "field-0001", exact: true }).check();
    await review(page);
    await disable(page, "field-0001");
    await page.getByRole("button", { name: "Start Deployment" }).click();

    const refusal = page.getByRole("alert").filter({ hasText: "Nothing was started." });
    await expect(refusal).toContainText("“field-0001” is no enabled device of Field test.");
    await refusal.getByRole("link", { name: "Back to Compose" }).click();
    await page.getByRole("alert").filter({ hasText: "“field-0001” is no enabled device" }).waitFor();
    await page.getByRole("button", { name: "Remove device field-0001" }).click();
    await expect(page.getByRole("alert")).toBeHidden();
  });
});

async function disable(page: Page, name: string): Promise<void> {
  const devices = "/v1/projects/harbour-sensors/devices";
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer to a list
  const { list } = (await ask(page, "GET", `${devices}?term=${name}`)) as {
    readonly list: readonly { readonly id: string; readonly name: string }[];
  };
  const device = list.find((one) => one.name === name);
  await ask(page, "PATCH", `${devices}/${device?.id}`, { enabled: false });
}

test("a reload keeps the plan, in Compose and in Review", async ({ page }) => {
  await openOptions(page);
  await plan(page, "Careful").check();
  await page.getByLabel("Maximum devices").fill("12");
  await page.getByLabel("Attempts a device has").selectOption("5");
  await page.getByRole("radio", { name: /^Only those there/ }).check();
  await page.reload();
  await expect(plan(page, "Careful")).toBeChecked();
  await expect(page.getByText("nobody who joins later · at most 12 devices · 5 attempts")).toBeVisible();
  await review(page);
  await page.reload();
  await expect(page.getByText("12 devices that are verified; no more are offered it.")).toBeVisible();
  await page.getByRole("link", { name: "change the plan" }).click();
  await expect(plan(page, "Careful")).toBeChecked();
});

test.describe("where answers are lost", () => {
  test.use({ provokes: /net::ERR_FAILED/ });

  test("a start with a plan is the same start after a reload", async ({ page }) => {
    await openOptions(page);
    await plan(page, "Urgent").check();
    await page.getByLabel("Attempts a device has").selectOption("2");
    await review(page);
    await spoilNextAnswers(page, ["lost-after", "lost-after", "lost-after"]);
    await page.getByRole("button", { name: "Start Deployment" }).click();
    await expect(page.getByRole("alert")).toContainText("The answer did not arrive.");
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("no answer to it was seen");
    await page.getByRole("button", { name: "Try again" }).click();
    await expectHeading(page, "Update main to 2.4.1");
    await expect(page.getByRole("table", { name: "Phases of this rollout" }).getByRole("rowheader")).toHaveCount(2);
  });
});

test("the plan is easy to read and to reach in both steps", async ({ page }) => {
  await openOptions(page);
  await page.getByRole("radio", { name: /^Chosen devices/ }).check();
  await picker(page).getByRole("checkbox").first().check();
  await page.getByRole("radio", { name: /^At a date and time/ }).check();
  await plan(page, "Standard").check();
  await expect(page.getByText("counting…")).toBeHidden();
  await expectAccessible(page);
  await page.getByRole("radio", { name: /^Everyone/ }).check();
  await review(page);
  await expectAccessible(page);
});

test("with its defaults a deployment is reviewed as all at once", async ({ page }) => {
  await openCohort(page, "Field test");
  await composeAndReview(page, { main: "2.4.1" });
  await expect(page.getByText("All at once plan · change")).toBeVisible();
  await expect(page.getByText("Never: it goes to all devices at once.")).toBeVisible();
});
