import { assertNever } from "#lib/assert.ts";
import type { Deployment } from "./deployment.ts";

/** When devices that join a cohort get what it runs. */
export type JoinersGet = "at-once" | "when-resumed" | "not";

/**
 * Whether a deployment reaches devices that join its cohort now: only a continuous one does, while it makes offers.
 * Source: domain.md, Deployment states (targeting, pause, cancel, complete).
 */
export function joinersGet({ state, plan }: Pick<Deployment, "state" | "plan">): JoinersGet {
  if (plan.targeting !== "continuous") return "not";
  switch (state) {
    case "pending":
    case "in-progress":
      return "at-once";
    case "paused":
    case "halted":
    case "scheduled":
    case "queued":
      return "when-resumed";
    case "finished":
    case "superseded":
    case "cancelled":
      return "not";
    default:
      return assertNever(state, "deployment state");
  }
}
