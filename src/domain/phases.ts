import { minutes } from "#lib/duration.ts";
import type { Phase } from "./plan.ts";
import { resolvedSize } from "./size.ts";

/**
 * How many devices each phase reaches, of `eligible`: cumulative, never falling, the last one all of them.
 * Source: domain.md, Phases.
 */
export function phaseSizes(phases: readonly Phase[], eligible: number): readonly number[] {
  let reached = 0;
  return phases.map(({ size }, index) => {
    reached = index === phases.length - 1 ? eligible : Math.max(reached, resolvedSize(size, eligible));
    return reached;
  });
}

/** How many devices each phase adds to those before it; they sum to the last size. */
export function addedSizes(sizes: readonly number[]): readonly number[] {
  return sizes.map((size, index) => size - (sizes[index - 1] ?? 0));
}

/** What decides how far an open phase is; all of it about the phase's own devices. */
export type PhaseFacts = {
  /** Its eligible devices. */
  readonly size: number;
  readonly verified: number;
  /** Failed after they were offered; `no-artifact` is not among them. */
  readonly failed: number;
  /** Eligible ones that ended in whatever way. */
  readonly terminal: number;
  /** Pending ones nobody can expect anything of: silent for two heartbeats, or held by an operator. */
  readonly excused: number;
  /** When its criteria first held; absent: they never did. */
  readonly heldSinceMs: number | undefined;
  readonly nowMs: number;
  /** No phase comes after it. */
  readonly last: boolean;
};

/** How far an open phase is: on its way, keeping its soak, waiting for a promotion, or complete. */
export type PhaseStanding =
  | { readonly state: "running" | "ready" | "done" }
  | { readonly state: "soaking"; readonly untilMs: number };

/**
 * How far an open phase is, where no halt rule holds. `done` opens the next one. A phase that adds nobody has nothing to
 * soak or to promote; a last one is complete without a promotion, whatever it says. Source: domain.md, Phases.
 */
export function phaseStanding(phase: Phase, facts: PhaseFacts): PhaseStanding {
  if (facts.size === 0) return DONE;
  if (!meetsCriteria(phase, facts)) return RUNNING;
  const untilMs = (facts.heldSinceMs ?? facts.nowMs) + minutes(phase.soakMinutes);
  if (facts.nowMs < untilMs) return { state: "soaking", untilMs };
  return phase.promote === "manual" && !facts.last ? READY : DONE;
}

/**
 * Whether enough of a phase is done, and enough of that well. Devices that nothing can be expected of do not block, but
 * where something is left to prove, somebody must have proven it: a phase of none but silent devices tells nothing.
 */
export function meetsCriteria(
  { successPercent, minTerminal }: Phase,
  { size, verified, failed, terminal, excused }: PhaseFacts,
): boolean {
  const open = size - terminal;
  if (terminal < Math.min(minTerminal, size) && open > excused) return false;
  if (verified + failed === 0) return open === 0;
  return verified * 100 >= successPercent * (verified + failed);
}

const RUNNING: PhaseStanding = { state: "running" };
const READY: PhaseStanding = { state: "ready" };
const DONE: PhaseStanding = { state: "done" };
