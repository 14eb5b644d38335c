import { ensureBuilt } from "#site/build.ts";
import { readFiles } from "#site/files.ts";
import { lazyPartsOf, scriptsInCircles } from "./support/chunks.ts";
import { kilobytesOf } from "./support/kilobytes.ts";
import { CONSOLE_PORT, originOf } from "./support/ports.ts";
import { expect, test } from "./support/test.ts";

async function consoleFiles() {
  return readFiles(await ensureBuilt("console"));
}

test("a console for a real backend holds no byte of the mock", async () => {
  const files = await consoleFiles();
  const mocked = [...files].filter(([path, { plain }]) =>
    /mockServiceWorker|\bmsw\b|SharedWorker|mocks\//.test(path + plain.toString("latin1")),
  );
  expect(mocked.map(([path]) => path)).toEqual([]);
});

test("all scripts and styles stay within their bars", async () => {
  const files = [...(await consoleFiles())];
  const ending = (end: string) => files.filter(([path]) => path.endsWith(end)).map(([, file]) => file);
  expect(kilobytesOf(ending(".js"))).toBeLessThanOrEqual(450);
  expect(kilobytesOf(ending(".css"))).toBeLessThanOrEqual(25);
});

test("no part that is opened later needs more than 60 KB of script", async () => {
  const files = await consoleFiles();
  const heavy = lazyPartsOf(files).filter(({ scripts }) => kilobytesOf(scripts.map((path) => files.get(path))) > 60);
  expect(heavy.map(({ path }) => path)).toEqual([]);
});

for (const build of ["console", "demo"] as const) {
  test(`no two scripts of the ${build} need each other`, async () => {
    expect(scriptsInCircles(await readFiles(await ensureBuilt(build)))).toEqual([]);
  });
}

test("the first rows need at most 190 KB of script", async ({ page }) => {
  const files = await consoleFiles();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(originOf(CONSOLE_PORT));
  await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  const scripts = asked.filter((path) => path.endsWith(".js"));
  expect(kilobytesOf(scripts.map((path) => files.get(path)))).toBeLessThanOrEqual(190);
});
