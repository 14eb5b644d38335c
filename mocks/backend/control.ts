import type { Deployment, DeploymentState } from "#domain/deployment.ts";
import { refusal, Refusal } from "./refusal.ts";
import type { Call } from "./visit.ts";

/** What may be done to a deployment in each state, in the words of its paths. Source: domain.md, Deployment states. */
const ACTS_OF: Readonly<Record<DeploymentState, readonly string[]>> = {
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

/**
 * Lets a control act through only when its caller has seen the deployment as it is.
 * @throws a Refusal: 428 without `If-Match`, 412 with a stale one and what can be done now.
 */
export function requireMatch(call: Call, deployment: Deployment): Deployment {
  const match = call.req.header("if-match");
  if (match === undefined) {
    throw refusal(
      "precondition-required",
      "Say in If-Match which revision of the deployment you have seen.",
      "If-Match",
    );
  }
  const seen = match.split(",").map((tag) => tag.trim());
  if (seen.includes("*") || seen.includes(`"${deployment.controlRevision}"`)) return deployment;
  throw new Refusal({
    problem: "stale",
    message: `The deployment changed meanwhile: it is ${deployment.state} now. Look at it again.`,
    field: "If-Match",
    facts: { acts: ACTS_OF[deployment.state], state: deployment.state },
  });
}
