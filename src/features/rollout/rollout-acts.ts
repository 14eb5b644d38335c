import type { Deployment, DeploymentState } from "#domain/deployment.ts";

/** Whether an act is possible; if not, the sentence that its disabled button carries. */
export type Allowance = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

const ALLOWED: Allowance = { allowed: true };

/** Why a deployment in this state takes no more control acts; absent while it does. Source: domain.md, Deployment states. */
const OVER = {
  scheduled: undefined,
  queued: undefined,
  pending: undefined,
  "in-progress": undefined,
  paused: undefined,
  halted: undefined,
  finished: "This deployment is finished: it offers nothing any more.",
  superseded: "A newer deployment took this one's place: it offers nothing any more.",
  cancelled: "This deployment was cancelled: it offers nothing any more.",
} as const satisfies Record<DeploymentState, string | undefined>;

type Controlled = Pick<Deployment, "state" | "counts">;

/** Cancelling needs devices that are still to be updated, or on their way. */
export function cancelAllowance({ state, counts }: Controlled): Allowance {
  const over = OVER[state];
  if (over !== undefined) return { allowed: false, reason: over };
  if (counts.total > 0 && counts.buckets.pending + counts.buckets["in-progress"] === 0) {
    return { allowed: false, reason: "No device is pending or on its way. Complete it to let no new devices join." };
  }
  return ALLOWED;
}

/** Completing closes a deployment that still waits for devices. */
export function completeAllowance({ state }: Controlled): Allowance {
  if (state === "scheduled" || state === "queued") {
    return { allowed: false, reason: "This deployment has not begun; cancel it instead." };
  }
  const over = OVER[state];
  return over === undefined ? ALLOWED : { allowed: false, reason: over };
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
