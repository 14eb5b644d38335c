import type { FailedTry } from "./retry-policy.ts";

/** The way to the backend, as far as it is known. */
export type Reach = {
  /** The browser has a network at all. */
  readonly online: boolean;
  /** The last call that ended got an answer of the backend, whatever that said. */
  readonly answering: boolean;
};

export const ALL_WELL: Reach = { online: true, answering: true };

/** What a proxy says for a backend that it does not reach, or that does not answer it. */
const AWAY = [502, 503, 504] as const;

/** Whether a call that failed like this was not heard by the backend, as far as one can tell. */
export function isAway({ status, garbled }: FailedTry): boolean {
  if (status === undefined) return !garbled;
  return AWAY.some((away) => away === status);
}

/**
 * Why nothing can be changed now: acts are disabled with this sentence, never queued to happen when nobody looks any
 * more. Undefined while everything can be tried. What is shown stays, with its age.
 */
export function whyNoWrites({ online, answering }: Reach): string | undefined {
  if (!online) return "This browser is offline. Nothing can be changed until the connection is back.";
  if (!answering) return "The backend does not answer. Nothing can be changed until it does.";
  return undefined;
}
