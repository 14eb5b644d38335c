import type { Deployment } from "#domain/deployment.ts";
import type { Device } from "#domain/device.ts";
import { plain, type SentencePart } from "#domain/sentence.ts";
import { isUpToDate, type WantedRow } from "./wanted.ts";

/** What the sentence of a device's page is made from. */
export type DeviceStanding = {
  readonly device: Pick<Device, "enabled" | "cohortId" | "lastSeenAtMs">;
  /** What its cohort runs; absent when nothing was deployed to it. */
  readonly active?: Pick<Deployment, "name">;
  /** In the order of every list, the main package first. */
  readonly rows: readonly WantedRow[];
};

/** What the device runs, and what it should run. */
export function deviceSentence({ device, active, rows }: DeviceStanding): readonly SentencePart[] {
  if (!device.enabled) return [plain(`Disabled: it takes part in no deployment. ${runs(rows)}`)];
  if (device.cohortId === undefined) return [plain(`In no cohort, so nothing is deployed to it. ${runs(rows)}`)];
  if (active === undefined) return [plain(`Nothing was deployed to its cohort yet. ${runs(rows)}`)];
  const named: SentencePart = { kind: "name", text: active.name };
  if (device.lastSeenAtMs === undefined) {
    return [plain("It was never heard of. Once it connects it gets "), named, plain(".")];
  }
  if (isUpToDate(rows)) return [plain("Up to date: it runs everything that "), named, plain(" puts on it.")];
  const missing = rows.filter(({ standing }) => standing === "differs" || standing === "unknown");
  const [first, ...others] = missing;
  if (first === undefined) return [named, plain(".")];
  const now = first.running === undefined ? "it never reported that" : `it runs ${first.running}`;
  return [named, plain(` puts ${first.packageId} ${first.wanted ?? ""} on it; ${now}${notThere(others.length)}.`)];
}

function notThere(others: number): string {
  if (others === 0) return "";
  return others === 1 ? ", and 1 other package is not there yet" : `, and ${others} others are not there yet`;
}

function runs(rows: readonly WantedRow[]): string {
  const [first, ...others] = rows.filter(({ running }) => running !== undefined);
  if (first?.running === undefined) return "It has not reported what it runs.";
  const more = others.length === 0 ? "" : ` and ${others.length === 1 ? "1 other package" : `${others.length} others`}`;
  return `It runs ${first.packageId} ${first.running}${more}.`;
}
