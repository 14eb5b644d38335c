import type { HaltTally } from "#domain/halt-rules.ts";
import type { Plan } from "#domain/plan.ts";
import { capacityFor, grownUint16 } from "./columns.ts";

type Tally = { -readonly [Key in keyof HaltTally]: number };

/** How the latest attempt of a target stands, as the halt rules count it: proven is proven, for as long as it is kept. */
export const OUTCOME = { none: 0, started: 1, proven: 2, failed: 3, lost: 4 } as const;
type OutcomeCode = (typeof OUTCOME)[keyof typeof OUTCOME];

/**
 * What the halt rules of one rollout look at, kept as it changes. After a resume everything counts anew: what failed
 * before was seen by whoever resumed.
 */
export type HaltWatch = {
  /** Whether the plan has any rule; without one nothing is counted. */
  readonly on: boolean;
  /** Counts resumes; what carries an older one is forgotten. */
  round: number;
  /** By row: outcome + 8 × round. */
  outcomes: Uint16Array;
  readonly phases: readonly Tally[];
  readonly whole: Tally;
  /** The last distinct targets to finish, all of which failed. */
  run: number[];
};

/** Nothing has been counted. */
export function newHaltWatch({ halt, phases }: Plan): HaltWatch {
  return {
    on: Object.values(halt).some((rule) => rule !== undefined),
    round: 0,
    outcomes: new Uint16Array(0),
    phases: phases.map(newTally),
    whole: newTally(),
    run: [],
  };
}

/**
 * Counts the latest attempt of a target as begun, proven or failed; what it counted as before no longer counts. A target
 * that fails once more tells nothing new: it lengthens no streak, and one that had failed before the last resume counts
 * again only when it succeeds or a person retried it. Otherwise the retries of the few devices that fail in any fleet,
 * which come last and together, would halt every rollout at its end.
 */
export function countOutcome(watch: HaltWatch, row: number, phase: number, outcome: OutcomeCode): void {
  const kept = (watch.outcomes[row] ?? 0) & 7;
  const before = outcomeAt(watch, row);
  const hadFailed = isFailure(kept);
  if (hadFailed && before === OUTCOME.none && outcome !== OUTCOME.proven) return;
  if (outcome === OUTCOME.started && before !== OUTCOME.none) return;
  for (const tally of [watch.phases[phase], watch.whole]) {
    if (tally === undefined) continue;
    if (before === OUTCOME.none) tally.started += 1;
    move(tally, before, -1);
    move(tally, outcome, 1);
  }
  put(watch, row, outcome);
  if (outcome === OUTCOME.proven) watch.run = [];
  else if (isFailure(outcome) && !hadFailed) watch.run.push(row);
}

/** A person retries a target: whatever comes of it counts as if it were the first time. */
export function countNoMore(watch: HaltWatch, row: number, phase: number): void {
  const before = outcomeAt(watch, row);
  if (before !== OUTCOME.none) {
    for (const tally of [watch.phases[phase], watch.whole]) {
      if (tally === undefined) continue;
      tally.started -= 1;
      move(tally, before, -1);
    }
  }
  if (watch.on) put(watch, row, OUTCOME.none);
  watch.run = watch.run.filter((failed) => failed !== row);
}

/** A late report proved a target that had failed: it no longer counts as that. The streak stays as it was. */
export function countLateProof(watch: HaltWatch, row: number, phase: number): void {
  const { run } = watch;
  countOutcome(watch, row, phase, OUTCOME.proven);
  watch.run = run.filter((failed) => failed !== row);
}

/** Begins to count anew. */
export function countAnew(watch: HaltWatch): void {
  watch.round = (watch.round + 1) % ROUNDS;
  for (const tally of [...watch.phases, watch.whole]) Object.assign(tally, newTally());
  watch.run = [];
  // After so many resumes a round comes again: whatever carries it must not be taken for new.
  if (watch.round === 0) watch.outcomes.fill(0);
}

const ROUNDS = 0x2000;

function outcomeAt({ outcomes, round }: HaltWatch, row: number): number {
  const kept = outcomes[row] ?? 0;
  return kept >> 3 === round ? kept & 7 : OUTCOME.none;
}

function put(watch: HaltWatch, row: number, outcome: number): void {
  if (row >= watch.outcomes.length) {
    watch.outcomes = grownUint16(watch.outcomes, capacityFor(row + 1, watch.outcomes.length));
  }
  watch.outcomes[row] = outcome | (watch.round << 3);
}

function isFailure(outcome: number): boolean {
  return outcome === OUTCOME.failed || outcome === OUTCOME.lost;
}

function move(tally: Tally, outcome: number, by: number): void {
  if (outcome === OUTCOME.none || outcome === OUTCOME.started) return;
  tally.finished += by;
  if (outcome === OUTCOME.proven) return;
  tally.failed += by;
  if (outcome === OUTCOME.lost) tally.lost += by;
}

function newTally(): Tally {
  return { started: 0, finished: 0, failed: 0, lost: 0 };
}
