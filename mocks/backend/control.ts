import { ACTS_IN } from "#domain/control-acts.ts";
import type { Deployment } from "#domain/deployment.ts";
import { refusal, Refusal } from "./refusal.ts";
import type { Call } from "./visit.ts";

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
    facts: { acts: ACTS_IN[deployment.state], state: deployment.state },
  });
}
