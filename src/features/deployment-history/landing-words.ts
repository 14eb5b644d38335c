import { countText } from "#domain/counts.ts";
import type { Deployment, DeploymentState } from "#domain/deployment.ts";

/** "1,204 of 1,250 · 7 failed · superseded": how far a deployment has landed, for the line under its name. */
export function landingWords({ state, counts }: Pick<Deployment, "state" | "counts">): string {
  const done =
    counts.total === 0 ? "no devices" : `${countText(counts.buckets.succeeded)} of ${countText(counts.total)}`;
  const failed = counts.buckets.failed === 0 ? undefined : `${countText(counts.buckets.failed)} failed`;
  // An older deployment is superseded as a matter of course; it is worth a word where that stopped devices.
  const stopped = state !== "superseded" || counts.buckets.cancelled > 0;
  return [done, failed, stopped ? STATE_SAID[state] : undefined].filter((part) => part !== undefined).join(" · ");
}

/** States that the counts do not tell. */
const STATE_SAID: Partial<Record<DeploymentState, string>> = {
  scheduled: "scheduled",
  queued: "queued",
  paused: "paused",
  halted: "halted",
  superseded: "superseded",
  cancelled: "cancelled",
};
