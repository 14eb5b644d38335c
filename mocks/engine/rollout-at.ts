import { NONE } from "./fleet.ts";
import type { RolloutOccurrence } from "./occurrences.ts";
import type { Pace } from "./pace.ts";
import type { RolloutState } from "./rollout-state.ts";
import { INSTANT, instantAt } from "./target-instants.ts";
import { targetsAt } from "./targets-at.ts";

/**
 * A rollout as it stood at the end of an instant at or after its making: rebuilt from its log, of which nothing is ever
 * thrown away. Only for reading. What cannot be had: whether a waiting device had been told already or was kept back by
 * the budget (both are shown as waiting for a slot while all are taken), the last report where another came since, the
 * texts of unknown reasons then, and which later phase somebody was to be in before it opened.
 */
export function rolloutAt(rollout: RolloutState, atMs: number): RolloutState {
  const occurrences = rollout.occurrences.filter((occurrence) => occurrence.atMs <= atMs);
  const { targets, stepCount, everOffered } = targetsAt(rollout, atMs);
  const rawReasons = [...rollout.rawReasons].filter(
    ([row]) => instantAt(rollout.targets.instants, row, INSTANT.report) <= atMs,
  );
  const startedAtMs = occurrences.find(({ what }) => what === "started")?.atMs;
  const closed = closedAt(occurrences);
  return {
    ...rollout,
    startedAtMs,
    sequenceNumber: startedAtMs === undefined ? undefined : rollout.sequenceNumber,
    waits: startedAtMs !== undefined || closed !== undefined ? undefined : waitsFor(rollout),
    stopped: stoppedAt(occurrences),
    halt: occurrences.findLast(({ what }) => what === "halted")?.halt,
    closed,
    window: windowAt(rollout, occurrences),
    pace: paceAt(rollout.pace, occurrences, atMs),
    occurrences,
    downloadsStopped: occurrences.some(({ what }) => what === "downloads-stopped"),
    everOffered,
    targets,
    steps: { ...rollout.steps, count: stepCount },
    rawReasons: new Map(rawReasons),
  };
}

function closedAt(occurrences: readonly RolloutOccurrence[]): RolloutState["closed"] {
  const closing = occurrences.findLast(({ what }) => CLOSES.has(what));
  return closing === undefined ? undefined : CLOSES.get(closing.what);
}

const CLOSES: ReadonlyMap<string, NonNullable<RolloutState["closed"]>> = new Map([
  ["superseded", "superseded"],
  ["cancelled", "cancelled"],
  ["completed", "completed"],
  ["finished", "completed"],
  ["expired", "completed"],
]);

function stoppedAt(occurrences: readonly RolloutOccurrence[]): RolloutState["stopped"] {
  const last = occurrences.findLast(({ what }) => what === "paused" || what === "halted" || what === "resumed");
  return last?.what === "paused" || last?.what === "halted" ? last.what : undefined;
}

/** One that has not started waits for its time or for the one before it; which of them its plan tells. */
function waitsFor({ createdAtMs, plan }: RolloutState): RolloutState["waits"] {
  return plan.startAtMs !== undefined && plan.startAtMs > createdAtMs ? "scheduled" : "queued";
}

/** Until they first turn, the hours stand as they do not stand after that. */
function windowAt({ occurrences, window }: RolloutState, known: readonly RolloutOccurrence[]): RolloutState["window"] {
  if (window === undefined) return undefined;
  const turned = known.findLast(({ what }) => TURNS.has(what));
  if (turned !== undefined) return { ...window, open: turned.what === "window-opened" };
  const turns = occurrences.find(({ what }) => TURNS.has(what));
  return turns === undefined ? window : { ...window, open: turns.what === "window-shut" };
}

const TURNS: ReadonlySet<string> = new Set(["window-opened", "window-shut"]);

function paceAt(pace: Pace, occurrences: readonly RolloutOccurrence[], atMs: number): Pace {
  const opened = occurrences.filter(({ what }) => what === "phase-opened");
  const phases = pace.phases.map((phase) => ({
    ...phase,
    startedAtMs: (phase.startedAtMs ?? Infinity) <= atMs ? phase.startedAtMs : undefined,
    heldSinceMs: (phase.heldSinceMs ?? Infinity) <= atMs ? phase.heldSinceMs : undefined,
  }));
  return { ...pace, phases, openPhase: opened.at(-1)?.phase ?? NONE, woken: 0, unavailable: 0, silent: 0 };
}
