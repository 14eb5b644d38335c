import type { Fuse, HaltRule, HaltScope } from "./phase-progress.ts";
import type { HaltRules } from "./plan.ts";

/** Most devices a phase has that is judged by each single failure. Source: domain.md, Halt rules. */
export const SMALL_PHASE = 20;

/**
 * Devices that were offered, each counted once and by its latest finished attempt; for the halt rules one is finished when
 * its proof has come, and failed when it reverts after that. `no-artifact` and `already-installed` are in none of them.
 * Source: decision 0021.
 */
export type HaltTally = {
  /** Were offered. */
  readonly started: number;
  /** Proven or failed; a failed attempt counts at once, also when it is to be retried. */
  readonly finished: number;
  readonly failed: number;
  /** Of the failed: not heard of since they restarted. */
  readonly lost: number;
};

/** What halt rules are judged by, since the start or the last resume. */
export type HaltFacts = {
  /** Eligible devices of the phase that is judged: that of the device that finished, or the latest open one. */
  readonly phaseSize: number;
  readonly phase: HaltTally;
  readonly whole: HaltTally;
  /** How many of the last distinct devices to finish failed, one after the other. */
  readonly failedRun: number;
  /** Most devices that may be on their way at once now, in the latest open phase. */
  readonly inFlight: number;
};

/** A rule that holds: which, over what, what was counted and the bar it reached. */
export type HaltFinding = {
  readonly rule: HaltRule;
  readonly scope: HaltScope;
  readonly value: number;
  readonly threshold: number;
};

/**
 * How many of the devices that may be on their way at once fail in an ordinary fleet, as far as a plan takes it: its own
 * share of them. Failures come quicker than successes, so of many that start together those are the first to finish;
 * fewer than this tell nothing of the build. Source: decision 0021.
 */
function ordinaryFailures({ ratio }: Pick<HaltRules, "ratio">, inFlight: number): number {
  return ratio === undefined ? 0 : Math.ceil((ratio.percent * inFlight) / 100 - 1e-9);
}

/** The rules of a plan with the numbers of failures that count while so many may be on their way at once. */
export function rulesAt(rules: HaltRules, inFlight: number): HaltRules {
  const { ratio, streak } = rules;
  const ordinary = ordinaryFailures(rules, inFlight);
  return {
    ...rules,
    ...(ratio === undefined ? {} : { ratio: { ...ratio, minFailed: Math.max(ratio.minFailed, ordinary) } }),
    ...(streak === undefined ? {} : { streak: Math.max(streak, ordinary) }),
  };
}

/** The first rule that holds, absolute before ratio before streak before lost; absent: none. Source: domain.md, Halt rules. */
export function haltOf(rules: HaltRules, facts: HaltFacts): HaltFinding | undefined {
  const { absolute, ratio, streak, lost } = rulesAt(rules, facts.inFlight);
  const { phaseSize, phase, whole, failedRun } = facts;
  if (absolute !== undefined && phaseSize <= SMALL_PHASE && phase.failed >= absolute) {
    return { rule: "absolute", scope: "phase", value: phase.failed, threshold: absolute };
  }
  if (ratio !== undefined) {
    if (ratioHolds(ratio, phase)) return ratioFinding("phase", ratio, phase);
    if (ratioHolds(ratio, whole)) return ratioFinding("rollout", ratio, whole);
  }
  if (streak !== undefined && failedRun >= streak) {
    return { rule: "streak", scope: "rollout", value: failedRun, threshold: streak };
  }
  if (lost !== undefined) {
    const threshold = lostBar(lost, phaseSize, phase.started);
    if (phase.lost >= threshold) return { rule: "lost", scope: "phase", value: phase.lost, threshold };
  }
  return undefined;
}

/** How near each rule of a plan is; without the ones that cannot hold any more. */
export function fusesOf(rules: HaltRules, facts: HaltFacts): readonly Fuse[] {
  const { absolute, ratio, streak, lost } = rulesAt(rules, facts.inFlight);
  const { phaseSize, phase, whole, failedRun } = facts;
  const fuses: Fuse[] = [];
  if (absolute !== undefined) {
    const armed = phaseSize <= SMALL_PHASE;
    fuses.push(fuseOf("absolute", "phase", phase.failed, absolute, armed));
  }
  if (ratio !== undefined) fuses.push(...ratioFuses("phase", ratio, phase), ...ratioFuses("rollout", ratio, whole));
  if (streak !== undefined) fuses.push(fuseOf("streak", "rollout", failedRun, streak, true));
  if (lost !== undefined)
    fuses.push(fuseOf("lost", "phase", phase.lost, lostBar(lost, phaseSize, phase.started), true));
  return fuses;
}

type Ratio = NonNullable<HaltRules["ratio"]>;

function ratioHolds({ percent, minTerminal, minFailed }: Ratio, { finished, failed }: HaltTally): boolean {
  return finished >= minTerminal && failed >= minFailed && failed * 100 >= percent * finished;
}

function ratioFinding(scope: HaltScope, { percent }: Ratio, tally: HaltTally): HaltFinding {
  return { rule: "ratio", scope, value: failedPercent(tally), threshold: percent };
}

function failedPercent({ finished, failed }: HaltTally): number {
  return finished === 0 ? 0 : (failed / finished) * 100;
}

/** In a small phase a number; in a larger one a number and a share of those that were offered. */
function lostBar(lost: NonNullable<HaltRules["lost"]>, phaseSize: number, started: number): number {
  if (phaseSize <= SMALL_PHASE) return lost.smallPhase;
  return Math.max(lost.count, Math.ceil((started * lost.percent) / 100 - 1e-9));
}

function fuseOf(rule: HaltRule, scope: HaltScope, value: number, threshold: number, armed: boolean): Fuse {
  return { rule, scope, value, threshold, armed, remaining: Math.max(0, threshold - value) };
}

/** None when every failure counts (100 %) and somebody has succeeded. */
function ratioFuses(scope: HaltScope, ratio: Ratio, tally: HaltTally): readonly Fuse[] {
  const remaining = failuresUntil(ratio, tally);
  if (remaining === Infinity) return [];
  const armed = tally.finished >= ratio.minTerminal;
  return [{ rule: "ratio", scope, value: failedPercent(tally), threshold: ratio.percent, armed, remaining }];
}

/** How many more failures in a row make the rule hold. Each counts above and below the line of the fraction. */
function failuresUntil({ percent, minTerminal, minFailed }: Ratio, { finished, failed }: HaltTally): number {
  const short = percent * finished - 100 * failed;
  const forShare = short <= 0 ? 0 : Math.ceil(short / (100 - percent) - 1e-9);
  return Math.max(0, minTerminal - finished, minFailed - failed, forShare);
}
