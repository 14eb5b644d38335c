import type { Plan } from "#domain/plan.ts";
import type { Size } from "#domain/size.ts";

/** One phase while a rollout lands. */
type PhaseRun = {
  /** Absent: it has not opened. */
  startedAtMs: number | undefined;
  /** When its criteria first held. */
  heldSinceMs: number | undefined;
  /** Whoever has an order up to this belongs to it or to an earlier one; −1: nobody, a preview until it opens. */
  upTo: number;
};

/** How fast a rollout goes: its phases, who is woken next, who is counted as unavailable. Rows are those of its targets. */
export type Pace = {
  /** Whether anything but the devices themselves holds offers back; without, everybody is woken at once. */
  readonly limited: boolean;
  /** It has started, and its devices are to be told of it at the next look. */
  untold: boolean;
  /** The latest phase that opened; −1: none yet. */
  openPhase: number;
  readonly phases: readonly PhaseRun[];
  /** Rows in the order in which they are woken. */
  ranked: Int32Array;
  /** Rows of `ranked` before this have been looked at. */
  cursor: number;
  /** Rows that are woken before those: who was refused a slot, or became ready after its turn. */
  queue: number[];
  queueHead: number;
  /** Targets that were told of a free slot and are about to ask. */
  woken: number;
  unavailable: number;
  /** Of the unavailable: those whose attempt is under way. */
  silent: number;
  /** Rows that an operator holds back. */
  readonly held: Set<number>;
  /** When the next look at the rollout is planned; Infinity: none is. */
  looksAtMs: number;
  /** What the waits of its targets depended on when last looked at; see `gateMoved`. */
  gate: number;
};

/** The pace of a rollout that has not started. */
export function newPace(plan: Plan): Pace {
  return {
    limited: isLimited(plan),
    untold: false,
    openPhase: -1,
    phases: plan.phases.map(() => ({ startedAtMs: undefined, heldSinceMs: undefined, upTo: -1 })),
    ranked: new Int32Array(0),
    cursor: 0,
    queue: [],
    queueHead: 0,
    woken: 0,
    unavailable: 0,
    silent: 0,
    held: new Set(),
    looksAtMs: Infinity,
    gate: 0,
  };
}

function isLimited({ phases, maxUnavailable, maxDevices }: Plan): boolean {
  const [only] = phases;
  const isOpenAtOnce = phases.length === 1 && only !== undefined && only.startAtMs === undefined;
  return !isOpenAtOnce || maxDevices !== undefined || !isAll(only.maxInFlight) || !isAll(maxUnavailable);
}

function isAll(size: Size): boolean {
  return "percent" in size && size.percent >= 100;
}
