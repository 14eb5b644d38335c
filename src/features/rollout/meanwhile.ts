import type { Deployment } from "#domain/deployment.ts";
import { openPhaseOf } from "#domain/rollout-sentence-phase.ts";

/** A deployment as somebody saw it, or as it is. */
export type Seen = Pick<Deployment, "state" | "counts" | "phases" | "controlRevision">;

/** What changed between what was seen and what is, and what can be done now. Source: contract.md, Concurrency and keys. */
export function meanwhileText(seen: Seen, now: Seen, refusal: string | undefined): string {
  const next = refusal ?? "It can still be done: look at what stands here now, and press again.";
  return `Somebody was quicker: ${whatChanged(seen, now)}. ${next}`;
}

function whatChanged(seen: Seen, now: Seen): string {
  if (seen.state !== now.state) return STATE_NOW[now.state];
  const [before, after] = [openPhaseOf(seen.phases)?.index ?? 0, openPhaseOf(now.phases)?.index ?? 0];
  if (after > before) return `phase ${after + 1} was opened meanwhile`;
  return "the deployment was acted on meanwhile";
}

const STATE_NOW = {
  scheduled: "it is scheduled now",
  queued: "it is queued now",
  pending: "it goes on again",
  "in-progress": "it goes on again",
  paused: "it was paused meanwhile",
  halted: "it has halted meanwhile",
  finished: "it has finished meanwhile",
  superseded: "a newer deployment took its place meanwhile",
  cancelled: "it was cancelled meanwhile",
} as const satisfies Record<Deployment["state"], string>;
