import type { DeploymentState } from "./deployment.ts";
import type { ClosedReason } from "./selection.ts";

/** What decides the state of a deployment as a whole. */
export type DeploymentFacts = {
  /** What was done to it for good, the first such act; absent: it is open. */
  readonly closed: "superseded" | "cancelled" | "completed" | undefined;
  readonly waits: "scheduled" | "queued" | undefined;
  readonly stopped: "paused" | "halted" | undefined;
  readonly everOffered: boolean;
  readonly settled: boolean;
  readonly targeting: "continuous" | "fixed";
};

/** The state of a deployment. Source: domain.md, Deployment states. */
export function deploymentState(facts: DeploymentFacts): DeploymentState {
  if (facts.closed === "completed") return "finished";
  if (facts.closed !== undefined) return facts.closed;
  if (facts.waits !== undefined) return facts.waits;
  // Nobody joins a fixed set, so once all of it is done there is nothing left to wait for.
  if (facts.targeting === "fixed" && facts.settled) return "finished";
  if (facts.stopped !== undefined) return facts.stopped;
  return facts.everOffered ? "in-progress" : "pending";
}

/** Why a deployment in `state` makes no offers; absent: it makes them. */
export function closedReason(state: DeploymentState): ClosedReason | undefined {
  return state === "pending" || state === "in-progress" ? undefined : state;
}
