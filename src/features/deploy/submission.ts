import type { DeploymentRequest } from "#domain/deployment.ts";

/**
 * One start and the key under which the backend takes it once only. `unanswered`: it was sent and no final answer came
 * back, so it may have started. Its request is kept word for word, because the key is worth nothing with another one.
 */
export type Submission = {
  readonly idempotencyKey: string;
  readonly request: DeploymentRequest;
  readonly unanswered: boolean;
};

/**
 * The start of `request`: the one already prepared when it says the same, else a new one under a fresh key.
 * A key is kept until a final answer, so that nothing starts twice; another payload under it would be refused.
 * Source: contract.md, Concurrency and keys.
 */
export function submissionOf(
  previous: Submission | undefined,
  request: DeploymentRequest,
  freshKey: () => string,
): Submission {
  if (previous !== undefined && sameRequest(previous.request, request)) return previous;
  return { idempotencyKey: freshKey(), request, unanswered: false };
}

/**
 * A start that got no answer, as long as the draft still asks for the same deployment. What the review showed and what
 * a rollback undoes are left out: they differ already when this very start became the active deployment.
 */
export function unansweredStart(
  submission: Submission | undefined,
  request: DeploymentRequest,
): Submission | undefined {
  if (submission === undefined || !submission.unanswered) return undefined;
  const sameWish = textOf(wishOf(submission.request)) === textOf(wishOf(request));
  return sameWish ? submission : undefined;
}

// The same bytes on the wire.
function sameRequest(a: DeploymentRequest, b: DeploymentRequest): boolean {
  return textOf(a) === textOf(b);
}

function wishOf({ impactHash: _impactHash, origin, ...wish }: DeploymentRequest): DeploymentRequest {
  return origin === undefined ? wish : { ...wish, origin: { rollbackOf: origin.to, to: origin.to } };
}

function textOf({ name, artifactIds, notes, plan, origin, impactHash }: DeploymentRequest): string {
  return JSON.stringify([name, artifactIds, notes, plan, origin?.rollbackOf, origin?.to, impactHash]);
}
