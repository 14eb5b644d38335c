import type { Problem, ProblemKind } from "#domain/problem.ts";

/**
 * A request that is turned away, thrown by whoever notices and answered in one place (app.ts).
 * Inside the engine a refusal is a value; at the border of HTTP it ends the handler, as a failed decode does.
 */
export class Refusal extends Error {
  readonly problem: Problem;
  /** Headers the answer has besides the body, e.g. `Allow`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.message);
    this.name = "Refusal";
    this.problem = problem;
    this.headers = headers;
  }
}

/** A refusal because of one field of the request, or of the request as a whole. */
export function refusal(problem: ProblemKind, message: string, field?: string): Refusal {
  return new Refusal({ problem, message, ...(field === undefined ? {} : { field }) });
}
