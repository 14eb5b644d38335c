import type { DeploymentState } from "./deployment.ts";
import type { HaltRule } from "./phase-progress.ts";
import type { Counts } from "./target.ts";

/** Most devices that a rehearsal runs; a larger cohort is sampled. Source: contract.md, Rehearsals. */
export const REHEARSED_DEVICES_MAX = 1_000;

/** A plan tried out on copies of a cohort's devices: how far it has come, and once it is done, what came of it. */
export type Rehearsal = {
  readonly id: string;
  /** World time that has been rehearsed, in minutes, of `of` at the most; all of it once there is a result. */
  readonly done: number;
  readonly of: number;
  readonly startedAtMs: number;
  /** Absent while it runs. */
  readonly result?: RehearsalResult;
};

/** What came of a rehearsal. Spans count from the start of the rehearsed deployment, in ms. */
export type RehearsalResult = {
  /** Devices that were rehearsed, of `members` enabled ones. */
  readonly devices: number;
  readonly members: number;
  /** Only a sample was rehearsed, in which blueprints, tags and versions have the shares they have in the cohort. */
  readonly sampled: boolean;
  /** How it stood at the end. */
  readonly state: DeploymentState;
  readonly counts: Counts;
  /** When nothing was pending or on the way any more; absent: that did not come within the rehearsed time. */
  readonly settlesAfterMs?: number;
  readonly rehearsedMs: number;
  /** The rule that stopped it; absent: none did. */
  readonly halt?: RehearsedHalt;
  readonly phases: readonly RehearsedPhase[];
};

/** How a rehearsed rollout stopped by itself. */
export type RehearsedHalt = {
  readonly rule: HaltRule;
  readonly value: number;
  readonly threshold: number;
  /** Index of the phase it stopped in. */
  readonly phase: number;
  readonly afterMs: number;
  /** Devices that had been offered the update by then. */
  readonly touched: number;
};

/** How one phase of a rehearsed rollout went. */
export type RehearsedPhase = {
  readonly name: string;
  /** Cumulative, of the rehearsed devices. */
  readonly size: number;
  /** Absent: it never opened. */
  readonly openedAfterMs?: number;
  /** Absent: it was not done within the rehearsed time. */
  readonly doneAfterMs?: number;
  readonly failed: number;
};
