import { FAILURES, type FailureText } from "#domain/failure.ts";
import type { FailedSubstate } from "#domain/life.ts";
import { explains, reasonOf, reasonText } from "#domain/reason.ts";
import { SUBSTATES_OF, type Counts, type TargetRow } from "#domain/target.ts";

/** A reason code among the failures of a group, and how many of the failed devices at hand sent it. */
type ReasonShare = { readonly code: number; readonly words: string; readonly count: number };

/** All devices that failed in one way. */
export type FailureGroup = {
  readonly failure: FailedSubstate;
  /** Of the whole rollout. */
  readonly count: number;
  /** The reasons that devices gave, most frequent first; empty when they gave none. */
  readonly reasons: readonly ReasonShare[];
  readonly text: FailureText;
};

/**
 * The failures of a rollout by kind, the largest group first and `no-artifact`, which is counted apart, last.
 * Counts are exact; reasons come from the failed devices at hand, which may be only some of them.
 */
export function failureGroups(counts: Counts, failed: readonly TargetRow[]): readonly FailureGroup[] {
  return SUBSTATES_OF.failed
    .map((failure) => {
      const reasons = reasonsOf(failed.filter(({ substate }) => substate === failure));
      return { failure, count: counts.substates[failure] ?? 0, reasons, text: textOf(failure, reasons) };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => Number(a.failure === "no-artifact") - Number(b.failure === "no-artifact") || b.count - a.count);
}

/** Where all devices agree on a reason, its own text says more than that of the failure. */
function textOf(failure: FailedSubstate, reasons: readonly ReasonShare[]): FailureText {
  const [only, ...others] = reasons;
  const known = only === undefined || others.length > 0 ? undefined : reasonOf(only.code);
  return known ?? FAILURES[failure];
}

function reasonsOf(rows: readonly TargetRow[]): readonly ReasonShare[] {
  const codes = rows.flatMap(({ reason }) => (reason === undefined || !explains(reason) ? [] : [reason]));
  return [...new Set(codes)]
    .map((code) => ({
      code,
      words: reasonText(code),
      count: codes.filter((other) => other === code).length,
    }))
    .toSorted((a, b) => b.count - a.count || a.code - b.code);
}
