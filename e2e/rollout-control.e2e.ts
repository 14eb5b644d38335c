import type { Page } from "@playwright/test";
import { ask } from "./support/backend.ts";
import { deviceTable, expectHeading } from "./support/operator.ts";
import { expect, test } from "./support/test.ts";
import { openWorld, travel } from "./support/world.ts";

// The browser itself notes the refusal of a stale act.
test.use({ provokes: /status of 412/ });

test("a build that nobody can install halts under the standard plan, and the page says rule, value, limit and device", async ({
  page,
}) => {
  await openRollout(page, BAD);
  await travel(page, 60);
  await expectHeading(page, "Try it Active Halted");
  await expect(page.getByRole("main")).toContainText(
    /Halted .* in phase 1 of 3: \d+ devices failed in a row, the limit is 3\./,
  );
  await expect(page.getByRole("heading", { name: "Halted by its plan" })).toBeVisible();
  await expect(page.getByText("3 devices failed in a row.")).toBeVisible();
  await expect(page.getByText(/The plan halts at 3\./)).toBeVisible();

  // Not more than the plan let out at a time, of ten thousand.
  const failed = await page.getByRole("button", { name: /^Failed/ }).innerText();
  expect(Number(/\d+/.exec(failed)?.[0])).toBeLessThanOrEqual(13);

  await page
    .getByRole("link", { name: /^sensor-/ })
    .first()
    .click();
  await expect(page.getByRole("complementary", { name: /^sensor-/ })).toContainText("Install failed");
});

test("out of a halt a rollout goes on only for a reason, which stays with it", async ({ page }) => {
  await openRollout(page, BAD);
  await travel(page, 60);
  await page.getByRole("button", { name: "Resume with a reason…" }).click();
  const dialog = page.getByRole("dialog", { name: "Resume the rollout?" });
  await expect(dialog).toContainText("It halted because 3 devices failed in a row; the limit is 3.");
  await dialog.getByRole("button", { name: "Resume rollout" }).click();
  await expect(dialog.getByText("Say why, in a few words")).toBeVisible();

  await dialog.getByLabel("Reason").fill("The bench was unplugged");
  await dialog.getByRole("button", { name: "Resume rollout" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Halt fuse" })).toBeVisible();
  const activity = page.getByRole("list", { name: "Acts on this deployment" });
  await expect(activity.getByRole("listitem").first()).toContainText("The bench was unplugged");
});

test("a pause is one press, tells who did it, and so is the way on", async ({ page }) => {
  await openRollout(page, SLOW);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText(/^Paused by operator@example\.com/)).toBeVisible();
  await expect(deviceTable(page).getByText("deployment paused").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Promote now…" })).toHaveAccessibleDescription(
    "It is paused: resume it before you open its next phase.",
  );
  await page.getByRole("button", { name: "Resume", exact: true }).click();
  await expect(page.getByText(/^Phase 1 of 3:/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
});

test("the next phase opens before its time, for as many devices as the dialog says", async ({ page }) => {
  await openRollout(page, SLOW);
  await page.getByRole("button", { name: "Promote now…" }).click();
  const dialog = page.getByRole("dialog", { name: "Open the next phase, 50 %, now?" });
  await expect(dialog).toContainText("4,500 devices more will be offered it, at most 200 at a time.");
  await dialog.getByRole("button", { name: "Open to 4,500 devices more" }).click();
  await expect(page.getByText(/^Phase 2 of 3:/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Phases of this rollout" }).getByRole("row").nth(1)).toContainText(
    "done",
  );
});

test("what failed is tried again, counted, and the rollout goes on", async ({ page }) => {
  await openRollout(page, SLOW);
  await travel(page, 60);
  await page.getByRole("button", { name: "Retry failed and resume…" }).click();
  const dialog = page.getByRole("dialog", { name: "Retry what failed and resume?" });
  await expect(dialog).toContainText(/\d+ devices get another attempt/);
  await dialog.getByLabel("Reason").fill("Signed anew");
  await dialog.getByRole("button", { name: "Retry and resume" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Halt fuse" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Failed 0/ })).toBeVisible();
});

test("a device that is held is offered nothing until it is released", async ({ page }) => {
  await openRollout(page, SLOW);
  const waiting = deviceTable(page).getByRole("row").filter({ hasText: "waits for phase" });
  await waiting.first().getByRole("link").click();
  const panel = page.getByRole("complementary", { name: /^sensor-/ });
  await panel.getByRole("button", { name: "Hold" }).click();
  await expect(panel.getByRole("button", { name: "Release" })).toBeVisible();
  await expect(panel).toContainText("held");
  await panel.getByRole("button", { name: "Release" }).click();
  await expect(panel.getByRole("button", { name: "Hold" })).toBeVisible();
});

test("devices say when they are tried again, and when the hours of the plan begin", async ({ page }) => {
  const noHalt = { preset: "urgent", halt: {} };
  await openRollout(page, { version: "2.0.0-bad", plan: noHalt });
  await travel(page, 3);
  await expect(
    deviceTable(page)
      .getByText(/tries again in \d/)
      .first(),
  ).toBeVisible();

  await openRollout(page, { version: "2.0.0-bad", plan: { window: NIGHT } });
  const first = deviceTable(page).getByRole("row").nth(1);
  await expect(first).toContainText(/window opens in 13 h 5\d min/);
  await expect(first).toContainText("Window opens at 22:00, Tue 17 Nov");
  await first.getByRole("link").click();
  const panel = page.getByRole("complementary", { name: /^sensor-/ });
  await expect(panel).toContainText("next at 2026-11-17 22:00 UTC");
});

test("pausing asks nothing, cancelling and completing ask for the name when many devices are pending", async ({
  page,
}) => {
  await openRollout(page, SLOW);
  for (const [item, button] of [
    ["Complete…", "Complete deployment"],
    ["Cancel the rest…", "Cancel the rest"],
  ] as const) {
    // One dialog after the other.
    // oxlint-disable no-await-in-loop
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: item }).click();
    const act = page.getByRole("dialog").getByRole("button", { name: button });
    await expect(act).toHaveAccessibleDescription("Type “Try it” first.");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    // oxlint-enable no-await-in-loop
  }
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText(/^Paused by operator@example\.com/)).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("an act that another tab made stale says what changed and what can be done now", async ({ page, context }) => {
  const address = await openRollout(page, SLOW);
  await page.getByRole("button", { name: "Pause updates" }).click();
  await page.getByRole("button", { name: "Promote now…" }).click();
  const dialog = page.getByRole("dialog", { name: "Open the next phase, 50 %, now?" });
  await expect(dialog).toBeVisible();

  const other = await context.newPage();
  await openWorld(other, address, { world: "bad-build" });
  await other.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(other.getByText(/^Paused by/)).toBeVisible();

  await page.bringToFront();
  await dialog.getByRole("button", { name: "Open to 4,500 devices more" }).click();
  await expect(dialog.getByRole("alert")).toContainText(
    "Somebody was quicker: it was paused meanwhile. It is paused: resume it before you open its next phase.",
  );
  await expect(dialog.getByRole("button", { name: "Open to 4,500 devices more" })).toBeDisabled();
});

/** Nobody comes back from it, which takes a quarter of an hour to show: until then nothing happens by itself. */
const SLOW = { version: "2.0.0-brick", plan: { preset: "standard" } };
const NIGHT = { days: [1, 2, 3, 4, 5, 6, 7], from: "22:00", to: "06:00", zone: "UTC" };
const BAD = { version: "2.0.0-bad", plan: { preset: "standard" } };

type Start = { readonly version: string; readonly plan: object };

const PROJECT = "/v1/projects/harbour-sensors";

/** Starts a deployment to the cohort of ten thousand, as another client of the backend would, and opens it. */
async function openRollout(page: Page, { version, plan }: Start): Promise<string> {
  await openWorld(page, "/projects/harbour-sensors/cohorts", { world: "bad-build" });
  await page.getByRole("link", { name: "Bad build", exact: true }).click();
  await expectHeading(page, "Bad build");
  const artifactId = await artifactOf(page, version);
  const [, cohortId = ""] = /cohorts\/([^/?]+)/.exec(page.url()) ?? [];
  const organizationId = textIn(await ask(page, "GET", PROJECT), "organizationId");
  const deployments = `/v1/organizations/${organizationId}/projects/harbour-sensors/cohorts/${cohortId}/deployments`;
  const started = await ask(page, "POST", deployments, { name: "Try it", artifactIds: [artifactId], plan });
  const address = `/projects/harbour-sensors/cohorts/${cohortId}/deployments/${textIn(started, "deploymentId")}`;
  await page.goto(address);
  await expectHeading(page, "Try it");
  return address;
}

async function artifactOf(page: Page, version: string): Promise<string> {
  const listed = await ask(page, "GET", `${PROJECT}/artifacts`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer to a list
  const { list } = listed as { readonly list: readonly { readonly id: string; readonly version: string }[] };
  return list.find((artifact) => artifact.version === version)?.id ?? "";
}

/** A text out of the `data` of an answer. */
function textIn(answer: unknown, field: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer to a question for one thing
  return (answer as { readonly data: Readonly<Record<string, string>> }).data[field] ?? "";
}
