/** Why a command was refused. Each kind has one HTTP status (contract/problem.ts). */
export const PROBLEM_KINDS = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "not-found",
  "method-not-allowed",
  "conflict",
  "already-exists",
  "gone",
  "stale",
  "too-large",
  "uri-too-long",
  "unsupported-media",
  "range-not-satisfiable",
  "unprocessable",
  "precondition-required",
  "too-many",
  "headers-too-large",
  "internal",
  "unimplemented",
  "unavailable",
] as const;
/** One of those kinds. */
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** An expected refusal: what, to what, what next. A value, never thrown. */
export type Problem = {
  readonly problem: ProblemKind;
  /** A whole sentence, or a message that Golioth's clients match on ("artifact in use"). */
  readonly message: string;
  /** The field of the request that is at fault. */
  readonly field?: string;
  /** What the caller can do next. */
  readonly next?: string;
  /** More for programs, e.g. what changed since a review. */
  readonly facts?: Readonly<Record<string, unknown>>;
};

/** Whether an answer is a refusal. */
export function isProblem(answer: unknown): answer is Problem {
  return typeof answer === "object" && answer !== null && "problem" in answer && "message" in answer;
}
