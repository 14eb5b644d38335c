import { bucketOf, isOver, SUBSTATES, type Substate } from "#domain/target.ts";

/** The code of a substate. Worked out from the words, not from the tables the engine keeps: those are what is judged. */
export function code(substate: Substate): number {
  return SUBSTATES.indexOf(substate);
}

/** Codes of `offered` to `verifying`: what uses a slot. */
export const SLOT: ReadonlySet<number> = codesOf([
  "offered",
  "downloading",
  "downloaded",
  "installing",
  "rebooting",
  "verifying",
]);
/** Codes of attempts under way. */
export const LIVE: ReadonlySet<number> = new Set([...SLOT, code("confirming")]);
/** Codes of ends. */
export const TERMINAL: ReadonlySet<number> = codesOf(SUBSTATES.filter((substate) => isOver(bucketOf(substate))));
/** Codes of what waits. */
export const PENDING: ReadonlySet<number> = codesOf(SUBSTATES.filter((substate) => bucketOf(substate) === "pending"));
/** Codes of failures of devices that had been offered. */
export const FAILED: ReadonlySet<number> = codesOf(
  SUBSTATES.filter((substate) => bucketOf(substate) === "failed" && substate !== "no-artifact"),
);
/** Codes of targets that no size and no budget counts. */
export const INELIGIBLE: ReadonlySet<number> = codesOf([
  "already-installed",
  "no-artifact",
  "left-cohort",
  "decommissioned",
]);

/** How many of the codes are of a set. */
export function countOf(codes: ArrayLike<number>, which: ReadonlySet<number>): number {
  let sum = 0;
  for (let row = 0; row < codes.length; row += 1) if (which.has(codes[row] ?? -1)) sum += 1;
  return sum;
}

function codesOf(substates: readonly Substate[]): ReadonlySet<number> {
  return new Set(substates.map(code));
}
