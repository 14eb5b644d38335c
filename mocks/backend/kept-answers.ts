import { hours } from "#lib/duration.ts";
import type { KeptAnswer } from "./journal.ts";

/** A key is remembered for this long after its first answer, on the host's clock. Source: contract.md, Concurrency and keys. */
const KEY_KEPT_MS = hours(24);

/** First answers by the scope of their key, and the scopes that are still being answered. */
export type KeptAnswers = { readonly answers: Map<string, KeptAnswer>; readonly running: Set<string> };

/** What a key is valid for: one actor, one method, one path. */
export function scopeOfKey(request: {
  readonly actor: string;
  readonly method: string;
  readonly path: string;
  readonly key: string;
}): string {
  return JSON.stringify([request.actor, request.method, request.path, request.key]);
}

/** How a keyed request stands to what was answered before. */
export function standingOfKey(
  kept: KeptAnswers,
  request: { readonly scope: string; readonly payload: string; readonly wallMs: number },
): { readonly kind: "new" | "running" | "other-payload" } | { readonly kind: "repeat"; readonly answer: KeptAnswer } {
  if (kept.running.has(request.scope)) return { kind: "running" };
  const answer = kept.answers.get(request.scope);
  if (answer === undefined || request.wallMs - answer.wallMs > KEY_KEPT_MS) return { kind: "new" };
  return answer.payload === request.payload ? { kind: "repeat", answer } : { kind: "other-payload" };
}

/** Forgets the answers whose keys are not remembered any more. */
export function forgetOldAnswers({ answers }: KeptAnswers, wallMs: number): void {
  for (const [scope, answer] of answers) if (wallMs - answer.wallMs > KEY_KEPT_MS) answers.delete(scope);
}
