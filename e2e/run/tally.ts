import { readFile } from "node:fs/promises";

/** What one step of the tests came to. */
export type Tally = { readonly passed: number; readonly failed: number };

/** A check without tests of its own counts as one. */
export function tallyOfCheck(ok: boolean): Tally {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The counts of Vitest's JSON report. A run that failed without a failed test, or left no report, is one failure. */
export async function tallyOfVitest(file: string, ok: boolean): Promise<Tally> {
  const report = await readReport(file);
  return honest({ passed: countIn(report, "numPassedTests"), failed: countIn(report, "numFailedTests") }, ok);
}

/** The counts of Playwright's JSON report; a flaky test is a failed one. */
export async function tallyOfPlaywright(file: string, ok: boolean): Promise<Tally> {
  const stats = recordOf(recordOf(await readReport(file))["stats"]);
  const failed = countIn(stats, "unexpected") + countIn(stats, "flaky");
  return honest({ passed: countIn(stats, "expected"), failed }, ok);
}

function honest(tally: Tally, ok: boolean): Tally {
  return ok || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

async function readReport(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  return JSON.parse(text);
}

function countIn(report: unknown, name: string): number {
  const count = recordOf(report)[name];
  return typeof count === "number" ? count : 0;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
