import { countText, verifiedCount } from "#domain/counts.ts";
import type { Pulse } from "#domain/rollout.ts";

/** What a listener is told of a rollout that moves: how far it is, and its trouble. */
export function announcementOf({ state, settled, counts }: Pick<Pulse, "state" | "settled" | "counts">): string {
  if (counts.total === 0) return "No devices in this deployment.";
  const parts = [
    `${countText(verifiedCount(counts))} of ${countText(counts.total)} verified`,
    ...(counts.buckets.failed > 0 ? [`${countText(counts.buckets.failed)} failed`] : []),
    ...(counts.stuck > 0 ? [`${countText(counts.stuck)} stuck`] : []),
  ];
  return `${OPENING[state]}${parts.join(", ")}${settled ? ", nothing is moving" : ""}.`;
}

/** States that a listener would otherwise miss; the others speak by their counts. */
const OPENING = {
  scheduled: "Scheduled. ",
  queued: "Queued. ",
  pending: "",
  "in-progress": "",
  paused: "Paused. ",
  halted: "Halted. ",
  finished: "Finished. ",
  superseded: "Superseded. ",
  cancelled: "Cancelled. ",
} as const satisfies Record<Pulse["state"], string>;
