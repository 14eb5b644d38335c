import type { DeploymentState } from "./deployment.ts";

/** What a person can do to a deployment that was started; each is a path of the contract. */
export const CONTROL_ACTS = ["pause", "resume", "promote", "cancel", "complete", "retry"] as const;
/** One of those acts. */
export type ControlAct = (typeof CONTROL_ACTS)[number];

/** What may be done to a deployment in each state. Source: domain.md, Deployment states. */
export const ACTS_IN: Readonly<Record<DeploymentState, readonly ControlAct[]>> = {
  scheduled: ["cancel"],
  queued: ["cancel"],
  pending: ["pause", "promote", "cancel", "complete", "retry"],
  "in-progress": ["pause", "promote", "cancel", "complete", "retry"],
  paused: ["resume", "cancel", "complete", "retry"],
  halted: ["resume", "cancel", "complete", "retry"],
  finished: [],
  superseded: [],
  cancelled: [],
};

/** Why an act cannot be done to a deployment in `state`, as a sentence with what can be done; absent: it can. */
export function actRefusal(act: ControlAct, state: DeploymentState): string | undefined {
  if (ACTS_IN[state].includes(act)) return undefined;
  if (act === "pause" && state === "paused") return "It is paused already.";
  if (act === "pause" && state === "halted") return "It is halted: it makes no offers as it is.";
  if (act === "resume" && (state === "pending" || state === "in-progress")) return "It is neither paused nor halted.";
  if (act === "promote" && (state === "paused" || state === "halted")) {
    return `It is ${state}: resume it before you open its next phase.`;
  }
  return CLOSED_TO[state];
}

/** Whether an act needs a reason: what a rule stopped, a person takes on. Source: domain.md, Halt rules. */
export function needsReason(act: ControlAct, state: DeploymentState): boolean {
  return act === "resume" && state === "halted";
}

const NOT_BEGUN = "It has not begun: it can only be cancelled.";
const OPEN = "It cannot be done now.";

/** What a state that takes no other act says to all of them. */
const CLOSED_TO = {
  scheduled: NOT_BEGUN,
  queued: NOT_BEGUN,
  pending: OPEN,
  "in-progress": OPEN,
  paused: OPEN,
  halted: OPEN,
  finished: "It is finished: start a new deployment for devices that need another try.",
  superseded: "A newer deployment took its place: act on that one.",
  cancelled: "It was cancelled: start a new deployment.",
} as const satisfies Record<DeploymentState, string>;
