import type { Cohort } from "#domain/cohort.ts";
import { formatInstant } from "./format.ts";

/** Why nothing can be started on a frozen cohort, and what ends that. */
export function frozenReason({ reason, untilMs }: NonNullable<Cohort["frozen"]>, zone?: string): string {
  const why = /[.!?…]$/.test(reason) ? reason : `${reason}.`;
  const end = untilMs === undefined ? "Unfreeze it first." : `It thaws on ${formatInstant(untilMs, zone)}.`;
  return `The cohort is frozen: ${why} ${end}`;
}
