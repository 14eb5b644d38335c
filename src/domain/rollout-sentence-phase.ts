import type { PhaseProgress } from "./phase-progress.ts";

/** The latest phase that was opened; absent before the first, and where the backend tells of none. */
export function openPhaseOf<P extends Pick<PhaseProgress, "state">>(phases: readonly P[] | undefined): P | undefined {
  return phases?.findLast(({ state }) => state !== "waiting");
}
