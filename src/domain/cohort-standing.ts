import type { Cohort } from "./cohort.ts";

/** How a cohort stands, as the tally above the list counts it. */
export type CohortStanding = "halted" | "moving" | "quiet";

/** Halted is a matter for a person; moving is a deployment that makes offers and is not settled; all else is quiet. */
export function cohortStanding({ activeDeployment }: Pick<Cohort, "activeDeployment">): CohortStanding {
  if (activeDeployment === undefined) return "quiet";
  const { state, settled } = activeDeployment;
  if (state === "halted") return "halted";
  return !settled && (state === "pending" || state === "in-progress") ? "moving" : "quiet";
}
