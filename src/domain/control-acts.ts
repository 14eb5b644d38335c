import type { DeploymentState } from "./deployment.ts";

/** What a person can do to a deployment that was started; each is a path of the contract. */
export type ControlAct = "cancel" | "complete";

/** What may be done to a deployment in each state. Source: domain.md, Deployment states. */
export const ACTS_IN: Readonly<Record<DeploymentState, readonly ControlAct[]>> = {
  scheduled: ["cancel"],
  queued: ["cancel"],
  pending: ["cancel", "complete"],
  "in-progress": ["cancel", "complete"],
  paused: ["cancel", "complete"],
  halted: ["cancel", "complete"],
  finished: [],
  superseded: [],
  cancelled: [],
};
