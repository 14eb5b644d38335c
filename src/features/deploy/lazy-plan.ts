import { lazy } from "react";

/** The options of a plan: most deployments start without them, so they come with their first use. */
export const PlanOptions = lazy(async () => ({ default: (await loadPlanOptions()).PlanOptions }));

/** Fetches them ahead, so that they open without a network. */
export function loadPlanOptions() {
  return import("./plan-options.tsx");
}
