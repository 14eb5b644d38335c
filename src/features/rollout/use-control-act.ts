import { useState } from "react";
import { ApiError } from "#api/error.ts";
import { keyedAct, type KeyedAct } from "#api/keyed-act.ts";
import type { Deployment } from "#domain/deployment.ts";
import { meanwhileText, type Seen } from "./meanwhile.ts";
import type { Controlled } from "./rollout-acts.ts";

/** The rollout that an act is done to, as it stands now. */
export type ActSubject = { readonly deployment: Deployment; readonly onStale: () => Promise<unknown> };

/** An act on its way: whether it is, why it did not work, and why it cannot work any more. */
export type ActState = {
  readonly pending: boolean;
  readonly error: string | undefined;
  readonly disabledReason: string | undefined;
};

/** Why an act cannot be done to a rollout as it stands; absent: it can. */
type RefusalOf = (now: Controlled) => string | undefined;

type Sent = { readonly controlRevision: string; readonly idempotencyKey: string };

/**
 * Sends an act under the revision that was seen when it was pressed. The same act after a lost answer goes out under the
 * same key; after a refusal as stale the next try is decided on what is true by then.
 */
export function useControlAct(refusalOf: RefusalOf, { deployment, onStale }: ActSubject) {
  const [last, setLast] = useState<KeyedAct>();
  const [seen, setSeen] = useState<Seen>(deployment);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<ApiError>();

  /** Answers why it failed, in the backend's words; nothing when it is done. */
  const send = async (body: object, sending: (sent: Sent) => Promise<unknown>): Promise<string | undefined> => {
    const { controlRevision } = deployment;
    const keyed = keyedAct(last, { ...body, controlRevision });
    setLast(keyed);
    setSeen(deployment);
    setPending(true);
    setFailure(undefined);
    try {
      await sending({ controlRevision, idempotencyKey: keyed.idempotencyKey });
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error);
      // How it stands now is what the words below are made of; a failure of that shows at the page's end.
      await onStale().catch(() => undefined);
      return error.message;
    } finally {
      setPending(false);
    }
  };

  const error = errorOf(refusalOf, failure, seen, deployment);
  const state: ActState = { pending, error, disabledReason: refusalOf(deployment) };
  return { ...state, send };
}

function errorOf(refusalOf: RefusalOf, failure: ApiError | undefined, seen: Seen, now: Seen): string | undefined {
  if (failure === undefined) return undefined;
  if (failure.failure.kind === "stale" && seen.controlRevision !== now.controlRevision)
    return meanwhileText(seen, now, refusalOf(now));
  // What was lost on the way may have worked: then it cannot be done again, and that is the answer.
  return refusalOf(now) ?? failure.message;
}
