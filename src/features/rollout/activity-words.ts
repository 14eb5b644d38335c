import type { AuditEntry } from "#domain/audit-entry.ts";
import { capitalised } from "#lib/capitalised.ts";

/** What was done, as it stands in the list of a deployment's activity. */
export function activityWords({ act, by }: Pick<AuditEntry, "act" | "by">): string {
  // Whoever deploys may leave the start to the plan.
  if (act === "start-deployment" && "actor" in by) return "Deployed";
  return WORDS.get(act) ?? capitalised(act.replaceAll("-", " "));
}

/** Newest first; what a plan did at the instant of a person's act followed from that. */
export function inOrder(acts: readonly AuditEntry[]): readonly AuditEntry[] {
  const follows = ({ by }: AuditEntry) => ("actor" in by ? 0 : 1);
  return acts.toSorted((a, b) => b.atMs - a.atMs || follows(b) - follows(a) || b.position - a.position);
}

/** The newest act that put a rollout where it stands; absent when it is not among those at hand. */
export function lastActOf(acts: readonly AuditEntry[], act: string): AuditEntry | undefined {
  return acts.find((entry) => entry.act === act);
}

/** Who did it: a person by name, a rule of the plan by what it watches. */
export function doerWords({ by }: Pick<AuditEntry, "by">): string {
  return "actor" in by ? by.actor : `by its plan (${by.rule.replaceAll("-", " ")})`;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["start-deployment", "Started"],
  ["pause-deployment", "Paused"],
  ["resume-deployment", "Resumed"],
  ["promote-deployment", "Opened the next phase"],
  ["promote", "Opened the next phase"],
  ["halt", "Halted"],
  ["cancel-deployment", "Cancelled the rest"],
  ["complete-deployment", "Completed"],
  ["finish", "Finished"],
  ["expire", "Closed at its deadline"],
  ["unfreeze", "Went on as the freeze ended"],
  ["retry-targets", "Retried devices"],
  ["retry-target", "Retried a device"],
  ["hold-target", "Held a device"],
  ["release-target", "Released a device"],
]);
