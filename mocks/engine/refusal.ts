import type { Problem } from "#domain/problem.ts";

/** Something the command names does not exist, in Golioth's words ("cohort not found"). */
export function notFound(what: string, field?: string): Problem {
  return { problem: "not-found", message: `${what} not found`, ...(field === undefined ? {} : { field }) };
}

/** A field holds what it may not hold. */
export function invalid(field: string, message: string): Problem {
  return { problem: "invalid", field, message };
}

/** A field is well formed and still cannot be done. */
export function unprocessable(field: string, message: string, next?: string): Problem {
  return { problem: "unprocessable", field, message, ...(next === undefined ? {} : { next }) };
}

/** Something is there already under that name. */
export function alreadyExists(field: string, message: string, next?: string): Problem {
  return { problem: "already-exists", field, message, ...(next === undefined ? {} : { next }) };
}

/** What is asked does not fit the state things are in. */
export function conflict(message: string, next?: string): Problem {
  return { problem: "conflict", message, ...(next === undefined ? {} : { next }) };
}
