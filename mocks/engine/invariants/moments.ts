import type { Command } from "#mocks/engine/command.ts";
import type { Outcome } from "#mocks/engine/facts.ts";
import type { RolloutOccurrence } from "#mocks/engine/occurrences.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import { NOTE, stepsFrom, type Step } from "#mocks/engine/step-columns.ts";
import type { World } from "#mocks/engine/world.ts";
import { code, FAILED, PENDING } from "./codes.ts";

/** What somebody did, and what came of it. */
export type Done = { readonly command: Command; readonly outcome: Outcome };

/**
 * A step of a target with where it came from: the code of the substate before it, and how many steps were before it. A
 * change may be told in two steps; the target is never in what the first of them says, it passes by.
 */
export type Change = Step & { readonly from: number; readonly at: number; readonly passing: boolean };

/** How a rollout stood after the moment before; copies of its columns. */
export type Stood = {
  readonly count: number;
  readonly substates: Uint8Array;
  readonly attempts: Uint16Array;
  readonly phases: Uint8Array;
  readonly openPhase: number;
  readonly stopped: RolloutState["stopped"];
  readonly closed: RolloutState["closed"];
  readonly startedAtMs: number | undefined;
  readonly steps: number;
  readonly occurrences: number;
};

/** One rollout in a moment. `before` is absent where the rollout was only just made. */
export type RolloutMoment = {
  readonly rollout: RolloutState;
  readonly before: Stood | undefined;
  readonly changes: readonly Change[];
  readonly occurrences: readonly RolloutOccurrence[];
};

/** One instant of a history: an act and all that followed at once, or all that happened by itself in one ms. */
export type Moment = {
  readonly world: World;
  /** Absent: time passed. */
  readonly done: Done | undefined;
  /** How many events happened by themselves. */
  readonly happened: number;
  readonly rollouts: readonly RolloutMoment[];
  /** How many reports, and how many entries of the audit, there were before it, by project. */
  readonly reportsBefore: readonly number[];
  readonly auditBefore: readonly number[];
  readonly frozenBefore: readonly boolean[];
};

/** Whether a change is an offer. */
export function isOffer({ from, substate }: Change): boolean {
  return substate === OFFERED && from !== OFFERED;
}

/** Whether nothing moved in a rollout: no target took a step, none came, no phase opened. */
export function isQuiet({ rollout, before, changes }: RolloutMoment): boolean {
  if (before === undefined || changes.length > 0) return false;
  return before.count === rollout.targets.count && before.openPhase === rollout.pace.openPhase;
}

/** Tells moments apart: each call answers what came since the one before. */
export function momentsOf(world: World): (done?: Done) => Moment {
  let stood: readonly Stood[] = world.rollouts.map(standing);
  let happened = world.happened;
  let reports = reportsOf(world);
  let audit = auditOf(world);
  let frozen = frozenIn(world);
  return (done) => {
    const moment: Moment = {
      world,
      done,
      happened: world.happened - happened,
      rollouts: world.rollouts.map((rollout, at) => rolloutMoment(rollout, stood[at])),
      reportsBefore: reports,
      auditBefore: audit,
      frozenBefore: frozen,
    };
    stood = world.rollouts.map(standing);
    happened = world.happened;
    reports = reportsOf(world);
    audit = auditOf(world);
    frozen = frozenIn(world);
    return moment;
  };
}

function rolloutMoment(rollout: RolloutState, before: Stood | undefined): RolloutMoment {
  return {
    rollout,
    before,
    changes: changesOf(rollout, before),
    occurrences: rollout.occurrences.slice(before?.occurrences ?? 0),
  };
}

function changesOf({ steps }: RolloutState, before: Stood | undefined): readonly Change[] {
  const first = before?.steps ?? 0;
  if (steps.count === first) return NOTHING;
  const codes = Array.from(before?.substates ?? []);
  const taken = stepsFrom(steps, first, steps.count - first);
  return taken.map((step, at) => {
    const from = codes[step.row] ?? READY;
    const passing = passesBy(step, taken[at + 1]);
    if (!passing) codes[step.row] = step.substate;
    return { ...step, from, at: first + at, passing };
  });
}

/** A failure that is tried again, and the report that is the proof. */
function passesBy({ row, substate, atMs }: Step, next: Step | undefined): boolean {
  if (next === undefined || next.row !== row || next.atMs !== atMs) return false;
  if (substate === VERIFYING) return next.substate === VERIFIED || next.substate === CONFIRMING;
  return FAILED.has(substate) && PENDING.has(next.substate) && next.note === NOTE.none;
}

function standing(rollout: RolloutState): Stood {
  const { targets, pace, stopped, closed, startedAtMs, steps, occurrences } = rollout;
  return {
    count: targets.count,
    substates: targets.substate.slice(0, targets.count),
    attempts: targets.attempt.slice(0, targets.count),
    phases: targets.phase.slice(0, targets.count),
    openPhase: pace.openPhase,
    stopped,
    closed,
    startedAtMs,
    steps: steps.count,
    occurrences: occurrences.length,
  };
}

const reportsOf = ({ projects }: World) => projects.map(({ events }) => events.count);
const auditOf = ({ projects }: World) => projects.map(({ audit }) => audit.length);
const frozenIn = ({ cohorts }: World) => cohorts.map((cohort) => cohort.frozen !== undefined);

const NOTHING: readonly Change[] = [];
const OFFERED = code("offered");
const VERIFYING = code("verifying");
const VERIFIED = code("verified");
const CONFIRMING = code("confirming");
/** What a new target is. */
const READY = code("waiting-offline");
