/**
 * `npm test`: everything a change must pass, one step after another, going on after a failure so that one run tells all.
 * The last line is "N passed, N failed": every test counts, and each check without tests counts as one.
 */
import { spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./find-browser.ts";
import { tallyOfCheck, tallyOfPlaywright, tallyOfVitest, type Tally } from "./tally.ts";

type Step = { readonly name: string; readonly tally: Tally; readonly seconds: number };

const root = fileURLToPath(new URL("../../", import.meta.url));
const reports = join(root, "test-results");
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

const steps: Step[] = [];
await step("format", () => check("npm run --silent format:check"));
await step("lint", () => check("npm run --silent lint"));
await step("types", () => check("npm run --silent types"));
await step("dead code", () => check("npm run --silent dead"));
await step("unit, property and contract tests", async () => {
  const ok = await shell(
    `npm run --silent unit -- --reporter=default --reporter=json --outputFile.json=${vitestReport}`,
  );
  return tallyOfVitest(vitestReport, ok);
});
await step("builds", () => check("npm run --silent build"));
await step("browser tests", async () => {
  process.env["CHROMIUM"] = findBrowser();
  process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] = playwrightReport;
  return tallyOfPlaywright(playwrightReport, await shell("npm run --silent e2e"));
});

const passed = steps.reduce((all, { tally }) => all + tally.passed, 0);
const failed = steps.reduce((all, { tally }) => all + tally.failed, 0);
console.log("\nSummary");
for (const { name, tally, seconds } of steps) {
  const verdict = tally.failed === 0 ? "ok    " : "FAILED";
  console.log(`  ${verdict} ${name.padEnd(36)} ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
}
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

async function step(name: string, run: () => Promise<Tally>): Promise<void> {
  console.log(`\n── ${name} ──`);
  const startedAtMs = performance.now();
  const tally = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return tallyOfCheck(false);
  });
  steps.push({ name, tally, seconds: Math.round((performance.now() - startedAtMs) / 1000) });
}

async function check(command: string): Promise<Tally> {
  return tallyOfCheck(await shell(command));
}

/** Runs one command line, showing its output. One that was stopped by hand stops the tests too. */
async function shell(command: string): Promise<boolean> {
  const child = spawn(command, { cwd: root, shell: true, stdio: ["ignore", "inherit", "inherit"] });
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once("close", (...ended) => resolve(ended));
  });
  if (signal === "SIGINT" || signal === "SIGTERM") process.exit(128 + constants.signals[signal]);
  return code === 0;
}
