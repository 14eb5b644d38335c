import type { SelectionFacts } from "./selection.ts";

/** A device that passes every condition of the selection algorithm, for specs: each row of a table changes one fact. */
export const READY: SelectionFacts = {
  enabled: true,
  inCohort: true,
  deployment: "Spring",
  closed: undefined,
  ended: undefined,
  busyWith: undefined,
  held: false,
  unfitPackage: undefined,
  somethingDiffers: true,
  phaseOpen: true,
  insideWindow: true,
  inBackoff: false,
  slotFree: true,
  budgetFree: true,
};
