import type { PhaseProgress } from "#domain/phase-progress.ts";

/** One phase as a piece of the rising slope. Heights are percent of the slope's own height, from below. */
export type RampStep = {
  readonly kind: "done" | "current" | "closed";
  readonly fromPercent: number;
  readonly toPercent: number;
  /** How much of the phase's own devices is done, 0 to 1. */
  readonly doneShare: number;
};

type Step = Pick<PhaseProgress, "state" | "size" | "added" | "counts">;

/**
 * The slope of a plan: it rises with the devices that a phase reaches, small phases more than their share, so that a
 * canary can be seen. Source: look.md, The ramp.
 */
export function rampOf(phases: readonly Step[]): readonly RampStep[] {
  const all = phases.at(-1)?.size ?? 0;
  return phases.map(({ state, size, added, counts }, index) => {
    const done = counts.succeeded + counts.failed + counts.cancelled;
    return {
      kind: state === "done" ? "done" : state === "waiting" ? "closed" : "current",
      fromPercent: rise(phases[index - 1]?.size ?? 0, all),
      toPercent: rise(size, all),
      doneShare: added === 0 ? 1 : done / added,
    };
  });
}

/** The slope begins above the ground: a line on the ground would be no ramp. */
const FOOT_PERCENT = 6;
/** Below 1, so that the small first phases stand out. */
const BEND = 0.7;

function rise(size: number, all: number): number {
  if (all === 0) return FOOT_PERCENT;
  return FOOT_PERCENT + (100 - FOOT_PERCENT) * Math.min(1, size / all) ** BEND;
}
