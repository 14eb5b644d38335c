import type { Browser, Page } from "@playwright/test";

/** A task of a page's thread: how long it worked, whatever else this machine did meanwhile. */
type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** What the thread itself worked, in millionths of a second. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** What the tasks of pages' threads worked while something was done, ms; only those of 1 ms and more. */
export async function ownWorkWhile(browser: Browser, page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ["toplevel"] });
  await act();
  const { traceEvents }: { traceEvents: readonly TraceEvent[] } = JSON.parse(String(await browser.stopTracing()));
  const threads = new Set(
    traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(threadOf),
  );
  return traceEvents
    .filter((event) => event.name.endsWith("RunTask") && threads.has(threadOf(event)))
    .flatMap(({ tdur = 0 }) => (tdur < 1_000 ? [] : [tdur / 1_000]));
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
