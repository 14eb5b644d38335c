import { SUBSTATES_OF, type Counts, type Substate } from "#domain/target.ts";

/** Failed in the attempt, so that another one may go better; what no artifact fits would only fail again. */
export const RETRIED = SUBSTATES_OF.failed.filter((substate) => substate !== "no-artifact");

/** How many devices a retry of all failed ones is about. */
export function retriedCount({ substates }: Counts): number {
  return RETRIED.reduce((sum, substate: Substate) => sum + (substates[substate] ?? 0), 0);
}
