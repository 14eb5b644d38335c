import { ContractViolation } from "#contract/decode.ts";
import { decodeProblem } from "#contract/problem.ts";
import { random } from "./chance.ts";
import { apiAnswers, noteAnswer } from "./client.ts";
import {
  ApiError,
  failureOfGarble,
  failureOfProblem,
  failureOfSilence,
  failureOfViolation,
  type ApiFailure,
  type Purpose,
} from "./error.ts";
import { noteCallEnded } from "./reachability.ts";
import { retryAfterMsOf, retryDelayMs, type FailedTry } from "./retry-policy.ts";

/** A try without an answer is given up after this long. */
const ANSWER_WITHIN_MS = 20_000;

/** What every try of a call is sent with. */
type Init = { readonly signal: AbortSignal; readonly headers: Readonly<Record<string, string>> };

/** What the typed client makes of an answer. */
type Answer = { readonly data?: unknown; readonly error?: unknown; readonly response: Response };

/** One try of a call. */
export type Send = (init: Init) => Promise<Answer>;

/** A question: can always be repeated. `what` completes "Could not load …". */
export type Reading<T> = {
  readonly what: string;
  readonly signal?: AbortSignal;
  readonly decode: (body: unknown) => T;
};

/** An act. `what` completes "Could not …"; with a key it can be repeated, since the backend does it once. */
export type Writing<T> = {
  readonly what: string;
  readonly key?: string;
  /** The control revision that was seen, for acts that need it. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
  /** Longest wait for an answer; 20 s unless the body is large. */
  readonly answerWithinMs?: number;
  readonly decode: (body: unknown) => T;
};

/** Asks, and decodes the answer once. @throws ApiError, or the signal's reason when it was aborted. */
export async function read<T>({ what, signal, decode }: Reading<T>, send: Send): Promise<T> {
  const purpose = { load: what };
  const body = await call({ purpose, signal, headers: {}, repeatable: true, answerWithinMs: ANSWER_WITHIN_MS }, send);
  return decoded(purpose, decode, body);
}

/** Acts, and decodes the answer once. @throws ApiError, or the signal's reason when it was aborted. */
export async function write<T>(writing: Writing<T>, send: Send): Promise<T> {
  const { what, key, ifMatch, signal, answerWithinMs = ANSWER_WITHIN_MS, decode } = writing;
  const purpose = { act: what };
  const headers = {
    ...(key === undefined ? {} : { "Idempotency-Key": key }),
    ...(ifMatch === undefined ? {} : { "If-Match": `"${ifMatch}"` }),
  };
  const body = await call({ purpose, signal, headers, repeatable: key !== undefined, answerWithinMs }, send);
  return decoded(purpose, decode, body);
}

function decoded<T>(purpose: Purpose, decode: (body: unknown) => T, body: unknown): T {
  try {
    return decode(body);
  } catch (error) {
    if (!(error instanceof ContractViolation)) throw error;
    throw new ApiError(failureOfViolation(purpose, error), { cause: error });
  }
}

type Call = {
  readonly purpose: Purpose;
  readonly signal: AbortSignal | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly repeatable: boolean;
  readonly answerWithinMs: number;
};

type Outcome =
  | { readonly body: unknown }
  | { readonly failure: ApiFailure; readonly failed: FailedTry; readonly cause?: unknown };

async function call(given: Call, send: Send): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    // Tries come one after the other by nature.
    // oxlint-disable-next-line no-await-in-loop
    const outcome = await tryOnce(given, send);
    if ("body" in outcome) {
      noteCallEnded(undefined);
      return outcome.body;
    }
    const context = { tries, repeatable: given.repeatable, online: isOnline(), random: random() };
    const delayMs = retryDelayMs(outcome.failed, context);
    if (delayMs === undefined) {
      noteCallEnded(outcome.failed);
      throw new ApiError(outcome.failure, { ...outcome.failed, cause: outcome.cause });
    }
    // oxlint-disable-next-line no-await-in-loop
    await wait(delayMs, given.signal);
  }
}

async function tryOnce({ purpose, signal, headers, answerWithinMs }: Call, send: Send): Promise<Outcome> {
  try {
    await apiAnswers();
    signal?.throwIfAborted();
    const patience = AbortSignal.timeout(answerWithinMs);
    const answer = await send({ signal: signal ? AbortSignal.any([signal, patience]) : patience, headers });
    noteAnswer(answer.response.headers);
    return answer.response.ok ? { body: answer.data } : refused(purpose, answer);
  } catch (error) {
    signal?.throwIfAborted();
    // The typed client parses the body: what it cannot parse was cut short or is somebody else's page.
    if (error instanceof SyntaxError) return { failure: failureOfGarble(purpose, 200), failed: { garbled: true } };
    return { failure: failureOfSilence(purpose, isOnline()), failed: { garbled: false }, cause: error };
  }
}

function refused(purpose: Purpose, { error, response }: Answer): Outcome {
  const problem = decodeProblem(response.status, error);
  const retryAfterMs = retryAfterMsOf(response.headers.get("Retry-After"), Date.now());
  const failed = {
    status: response.status,
    garbled: false,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  const failure =
    problem === undefined ? failureOfGarble(purpose, response.status) : failureOfProblem(problem, purpose);
  return { failure, failed };
}

function isOnline(): boolean {
  return typeof navigator === "undefined" || !("onLine" in navigator) || navigator.onLine;
}

function wait(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, delayMs);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
