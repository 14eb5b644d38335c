import { encodePage } from "#contract/page.ts";
import { encodeProblem, statusOf } from "#contract/problem.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import type { Page } from "#domain/project.ts";
import type { PageQuery } from "#mocks/engine/queries.ts";
import { refusal, Refusal } from "./refusal.ts";

type Headers = Readonly<Record<string, string>>;

/** One resource: `{data}`. */
export function dataAnswer(data: object, headers: Headers = {}): Response {
  return Response.json({ data }, { headers });
}

/** One page of a list, with whatever the list says besides. */
export function pageAnswer<T>(page: Page<T>, encodeItem: (item: T) => object, more: object = {}): Response {
  return Response.json({ ...encodePage(page, encodeItem), ...more });
}

/** One page of a list that is at hand as a whole. */
export function slicedAnswer<T>(
  list: readonly T[],
  { page, perPage }: PageQuery,
  encodeItem: (item: T) => object,
): Response {
  const from = page * perPage;
  return pageAnswer({ list: list.slice(from, from + perPage), page, perPage, total: list.length }, encodeItem);
}

/** A list that comes whole: `{list}`. */
export function listAnswer<T>(list: readonly T[], encodeItem: (item: T) => object): Response {
  return Response.json({ list: list.map(encodeItem) });
}

/** An act that has nothing to tell: an empty object. */
export function doneAnswer(): Response {
  return Response.json({});
}

/** A refusal in the declared body, with the status of its kind. */
export function problemAnswer(problem: Problem, headers: Headers = {}): Response {
  return Response.json(encodeProblem(problem), { status: statusOf(problem.problem), headers });
}

/** What the engine answered. @throws a Refusal with its problem, or that says what is not there. */
export function accepted<T>(answer: T | Problem | undefined, message = "not found"): T {
  if (isProblem(answer)) throw new Refusal(answer);
  return found(answer, message);
}

/** What was looked up. @throws a Refusal that says what is not there. */
export function found<T>(thing: T | undefined, message: string): T {
  if (thing === undefined) throw refusal("not-found", message);
  return thing;
}
