import { CONSOLE_PORT, DEMO_PORT, originOf } from "./support/ports.ts";
import { expect, test } from "./support/test.ts";

const backends = [
  { where: "in the page", origin: originOf(DEMO_PORT) },
  { where: "over HTTP", origin: originOf(CONSOLE_PORT) },
];

for (const { where, origin } of backends) {
  test(`the console works with its backend ${where}`, async ({ page }) => {
    await page.goto(origin);
    await expect(page.getByRole("heading", { level: 1, name: "Cohorts" })).toBeVisible();
    await page.getByRole("link", { name: "Production EU" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Production EU" })).toBeVisible();
    await expect(page.getByRole("table", { name: "Deployment history" }).getByText("Active")).toBeVisible();
  });
}

test("a console for a real backend never asks for the mock", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(originOf(CONSOLE_PORT));
  await expect(page.getByRole("heading", { level: 1, name: "Cohorts" })).toBeVisible();
  expect(asked.filter((path) => /mock|worker|msw/i.test(path))).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
