import type { Cohort } from "#domain/cohort.ts";
import { devicesText } from "#domain/counts.ts";
import { hours } from "#lib/duration.ts";

/** How long a cohort stays frozen. */
export const FREEZE_SPANS = ["open", "1", "8", "24", "168", "until"] as const;
/** One of those: without an end, for some hours, or until an instant that is given. */
export type FreezeSpan = (typeof FREEZE_SPANS)[number];

/** Those, as they are chosen. */
export const spanWords = {
  open: "Until somebody unfreezes it",
  "1": "For an hour",
  "8": "For 8 hours",
  "24": "For a day",
  "168": "For a week",
  until: "Until a day and time…",
} as const satisfies Record<FreezeSpan, string>;

/** How long a freeze is to last, as it stands in its form; `until` as the browser writes a local day and time. */
export type FreezeEnd = { readonly span: FreezeSpan; readonly until: string };

/** When it ends, in whole ms since 1970; absent: when somebody unfreezes it. NaN: no day and time was given. */
export function freezeEndMs({ span, until }: FreezeEnd, nowMs: number): number | undefined {
  if (span === "open") return undefined;
  if (span === "until") return new Date(until).getTime();
  return Math.round(nowMs + hours(Number(span)));
}

/** What is wrong with the end of a freeze, as a sentence. */
export function freezeEndProblem(end: FreezeEnd, nowMs: number): string | undefined {
  const endMs = freezeEndMs(end, nowMs);
  if (endMs === undefined) return undefined;
  if (Number.isNaN(endMs)) return "Choose a day and a time.";
  return endMs > nowMs ? undefined : "Choose a time that is still to come.";
}

/** What a freeze does, sentence by sentence; with its counts while something is landing. */
export function freezeWords({ activeDeployment }: Pick<Cohort, "activeDeployment">): readonly string[] {
  const always = "Nothing can be started on it, and no device is offered anything.";
  if (activeDeployment === undefined || activeDeployment.settled) return [always];
  const { pending, "in-progress": inProgress } = activeDeployment.counts.buckets;
  const waits = pending === 0 ? [] : [`${devicesText(pending)} ${pending === 1 ? "waits" : "wait"} until it thaws`];
  const goes =
    inProgress === 0 ? [] : [`${devicesText(inProgress)} in progress ${inProgress === 1 ? "goes" : "go"} on`];
  const landing = [...waits, ...goes].join(", ");
  return landing === "" ? [always] : [always, `“${activeDeployment.name}” is landing: ${landing}.`];
}

/** What thawing does. */
export function thawWords({ activeDeployment }: Pick<Cohort, "activeDeployment">): string {
  const waiting = activeDeployment?.settled === false ? activeDeployment.counts.buckets.pending : 0;
  if (waiting === 0) return "Deployments can be started on it again.";
  return `Offers go on at once: ${devicesText(waiting)} ${waiting === 1 ? "waits" : "wait"} for what is landing.`;
}
