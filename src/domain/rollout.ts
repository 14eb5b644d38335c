import type { DeploymentState } from "./deployment.ts";
import type { Fuse, Halt, PhaseProgress } from "./phase-progress.ts";
import type { TargetRow, Counts } from "./target.ts";

/** What a monitor polls: its size does not depend on the fleet. Source: contract.md, Live. */
export type Pulse = {
  /** Grows with every change of a target or the deployment; an older answer than the one shown is dropped. */
  readonly revision: number;
  readonly nowMs: number;
  readonly state: DeploymentState;
  readonly settled: boolean;
  readonly counts: Counts;
  readonly controlRevision: string;
  readonly phases?: readonly PhaseProgress[];
  readonly fuses?: readonly Fuse[];
  /** What stopped it by itself, the last time. */
  readonly halt?: Halt;
  /** Rows of the asked devices that changed since the asked revision. */
  readonly changedRows: readonly TargetRow[];
  /** How many other targets changed since. */
  readonly changedElsewhere: number;
};
