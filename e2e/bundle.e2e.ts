import { ensureBuilt } from "#site/build.ts";
import { readFiles, type SiteFile } from "#site/files.ts";
import { CONSOLE_PORT, originOf } from "./support/ports.ts";
import { expect, test } from "./support/test.ts";

// The bars are those of the product's quality page: gzip, in KB of 1,000 bytes.
const kilobytes = (files: readonly (SiteFile | undefined)[]) =>
  files.reduce((all, file) => all + (file?.gzip?.length ?? file?.plain.length ?? 0), 0) / 1000;

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
  expect(kilobytes(ending(".js"))).toBeLessThanOrEqual(450);
  expect(kilobytes(ending(".css"))).toBeLessThanOrEqual(25);
});

test("the first rows need at most 190 KB of script", async ({ page }) => {
  const files = await consoleFiles();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(originOf(CONSOLE_PORT));
  await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  const scripts = asked.filter((path) => path.endsWith(".js"));
  expect(kilobytes(scripts.map((path) => files.get(path)))).toBeLessThanOrEqual(190);
});
