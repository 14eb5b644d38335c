import type { ContractViolation } from "#contract/decode.ts";
import { decodeImpactChanges } from "#contract/impact.ts";
import type { ImpactChange } from "#domain/impact.ts";
import type { Problem, ProblemKind } from "#domain/problem.ts";

type Told = {
  /** Whole sentences: what happened, to what, and what can be done next. */
  readonly message: string;
  /** The backend's own word for it, when the backend spoke. */
  readonly problem?: ProblemKind;
};

/** Why a call gave nothing. `kind` is what the console acts on, `message` what it shows. */
export type ApiFailure =
  /** The request is at fault; `field` names where. */
  | (Told & { readonly kind: "invalid"; readonly field?: string })
  | (Told & { readonly kind: "not-found" })
  /** Something of this name exists, is in use, or is being done. */
  | (Told & { readonly kind: "conflict"; readonly field?: string })
  /** What was reviewed is no longer so; `changes` lists what moved. */
  | (Told & { readonly kind: "stale"; readonly changes: readonly ImpactChange[] })
  /** A cursor or token that the backend no longer keeps. */
  | (Told & { readonly kind: "gone" })
  | (Told & { readonly kind: "forbidden" })
  | (Told & { readonly kind: "unauthenticated" })
  | (Told & { readonly kind: "too-large" })
  /** No answer, or one that says to come back later. */
  | (Told & { readonly kind: "unreachable" })
  /** An answer that is no answer: a proxy's page, a cut body, an internal error. */
  | (Told & { readonly kind: "broken" })
  /** An answer that breaks the contract. */
  | (Told & { readonly kind: "contract" });

/** A failed call, as a query or a mutation reports it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly failure: ApiFailure;
  /** HTTP status of the answer; absent when none came. */
  readonly status: number | undefined;
  constructor(failure: ApiFailure, { status, cause }: { readonly status?: number; readonly cause?: unknown } = {}) {
    super(failure.message, { cause });
    this.failure = failure;
    this.status = status;
  }
}

/** What a call was about: `load` what, e.g. "the cohorts", or `act`: do what, e.g. "create the cohort". */
export type Purpose = { readonly load: string } | { readonly act: string };

/** "load the cohorts", "create the cohort". */
function verbPhrase(purpose: Purpose): string {
  return "load" in purpose ? `load ${purpose.load}` : purpose.act;
}

const KIND_OF_PROBLEM = {
  invalid: "invalid",
  unauthenticated: "unauthenticated",
  forbidden: "forbidden",
  "not-found": "not-found",
  "method-not-allowed": "broken",
  conflict: "conflict",
  "already-exists": "conflict",
  gone: "gone",
  stale: "stale",
  "too-large": "too-large",
  "uri-too-long": "invalid",
  "unsupported-media": "invalid",
  unprocessable: "invalid",
  "precondition-required": "broken",
  "range-not-satisfiable": "invalid",
  "too-many": "unreachable",
  "headers-too-large": "invalid",
  internal: "broken",
  unimplemented: "broken",
  unavailable: "unreachable",
} as const satisfies Record<ProblemKind, ApiFailure["kind"]>;

/** A refusal by the backend, in its own words where they are a sentence. */
export function failureOfProblem(problem: Problem, purpose: Purpose): ApiFailure {
  const kind = KIND_OF_PROBLEM[problem.problem];
  const told = { message: sentenceOf(problem, purpose), problem: problem.problem };
  if (kind === "stale") return { kind, ...told, changes: decodeImpactChanges(problem.facts) };
  if (kind === "invalid" || kind === "conflict") {
    return { kind, ...told, ...(problem.field === undefined ? {} : { field: problem.field }) };
  }
  return { kind, ...told };
}

function sentenceOf({ message, next }: Problem, purpose: Purpose): string {
  const what = /[.!?]$/.test(message) ? message : `Could not ${verbPhrase(purpose)}: ${message}.`;
  return next === undefined ? what : `${what} ${next}`;
}

/** No answer came. After a write nobody knows whether it took effect; its key makes trying again safe. */
export function failureOfSilence(purpose: Purpose, online: boolean): ApiFailure {
  const why = online ? "The backend did not answer" : "This browser is offline";
  const message =
    "load" in purpose
      ? `${why}, so ${purpose.load} could not be loaded. Check the connection and try again.`
      : `${why}, so it is not known whether it could ${purpose.act}. Try again: what was done is not done twice.`;
  return { kind: "unreachable", message };
}

/** An answer came that no backend of ours gives: a proxy's page, a body cut short. */
export function failureOfGarble(purpose: Purpose, status: number): ApiFailure {
  const what = `The answer to "${verbPhrase(purpose)}" could not be read (HTTP ${status}).`;
  return { kind: "broken", message: `${what} Try again; if it stays so, look at the backend or a proxy before it.` };
}

/** The backend answered, and the answer lacks or mistypes a field. The message names it. */
export function failureOfViolation(purpose: Purpose, violation: ContractViolation): ApiFailure {
  const what = `Could not ${verbPhrase(purpose)}: the backend's answer breaks its contract (${violation.message}).`;
  return { kind: "contract", message: `${what} Tell whoever runs the backend.` };
}
