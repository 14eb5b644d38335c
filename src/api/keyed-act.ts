import { newKey } from "./chance.ts";

/** An act that was sent, with the key it was sent under. `request` is what was sent, as text. */
export type KeyedAct = { readonly request: string; readonly idempotencyKey: string };

/**
 * The act that sends `body`: the last one again when it sent the same, so that what was done is not done twice though its
 * answer was lost; else a new one, since a key stands for one body. Source: contract.md, Concurrency and keys.
 */
export function keyedAct(last: KeyedAct | undefined, body: unknown): KeyedAct {
  const request = JSON.stringify(body);
  return last?.request === request ? last : { request, idempotencyKey: newKey() };
}
