import { ACTS_IN } from "#domain/control-acts.ts";
import type { Deployment, DeploymentState } from "#domain/deployment.ts";

/** Whether an act is possible; if not, the sentence that its disabled button carries. */
export type Allowance = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

const ALLOWED: Allowance = { allowed: true };

/** Why a deployment takes an act no more, or not yet. */
const WHY_NOT = {
  active: "This deployment has not begun; cancel it instead.",
  finished: "This deployment is finished: it offers nothing any more.",
  superseded: "A newer deployment took this one's place: it offers nothing any more.",
  cancelled: "This deployment was cancelled: it offers nothing any more.",
} as const satisfies Record<Standing, string>;

type Controlled = Pick<Deployment, "state" | "counts">;

/** Cancelling needs devices that are still to be updated, or on their way. */
export function cancelAllowance({ state, counts }: Controlled): Allowance {
  if (!ACTS_IN[state].includes("cancel")) return { allowed: false, reason: WHY_NOT[standingOf(state)] };
  if (counts.total > 0 && counts.buckets.pending + counts.buckets["in-progress"] === 0) {
    return { allowed: false, reason: "No device is pending or on its way. Complete it to let no new devices join." };
  }
  return ALLOWED;
}

/** Completing closes a deployment that still waits for devices. */
export function completeAllowance({ state }: Controlled): Allowance {
  return ACTS_IN[state].includes("complete") ? ALLOWED : { allowed: false, reason: WHY_NOT[standingOf(state)] };
}

/** Rolling back needs an earlier deployment to go back to. */
export function rollBackAllowance(hasEarlier: boolean): Allowance {
  if (hasEarlier) return ALLOWED;
  return { allowed: false, reason: "This is the cohort's first deployment: there is nothing to go back to." };
}

/** Where a deployment stands in its cohort's history. */
export type Standing = "active" | "superseded" | "cancelled" | "finished";

/** The standing that a deployment's state amounts to. */
export function standingOf(state: DeploymentState): Standing {
  if (state === "superseded" || state === "cancelled" || state === "finished") return state;
  return "active";
}
