import type { Component } from "#domain/composition.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { DeploymentId } from "#domain/ids.ts";
import type { Halt } from "#domain/phase-progress.ts";
import type { Plan } from "#domain/plan.ts";
import type { HaltWatch } from "./halt-watch.ts";
import type { RolloutOccurrence } from "./occurrences.ts";
import type { Pace } from "./pace.ts";
import type { ArtifactState } from "./project-state.ts";
import type { PackageState } from "./package-state.ts";
import type { StepColumns } from "./step-columns.ts";
import type { TargetColumns } from "./target-columns.ts";

/** One package of a rollout with what the hot paths need of it. */
export type RolloutComponent = {
  readonly component: Component;
  readonly about: PackageState;
  /** The version, interned. */
  readonly version: number;
  readonly variants: readonly ArtifactState[];
  /** Which variant fits, by blueprint + 1, then by tag set; only where none asks for what a device runs. −1: none. */
  readonly fits: (number | undefined)[][];
  readonly asksWhatRuns: boolean;
  /** Which variant a device was offered, by device; only of those whom something else may fit since then. */
  readonly offered: Map<number, number>;
};

/** The hours of a plan, as far as the world was told of them: time zones stay outside. */
type WindowHours = {
  open: boolean;
  /** When it opens or shuts next. */
  nextAtMs: number;
  /** That has happened, and the instant after it was not told yet. */
  isDue: boolean;
};

/** One deployment as the engine keeps it. What people see of it is made on demand. */
export type RolloutState = {
  readonly index: number;
  readonly project: number;
  readonly cohort: number;
  readonly id: DeploymentId;
  readonly name: string;
  readonly notes: string | undefined;
  readonly artifactIds: Deployment["artifactIds"];
  /** In package order. */
  readonly components: readonly RolloutComponent[];
  readonly componentOf: ReadonlyMap<PackageState, number>;
  /** Given when it starts, so that what devices are told only ever grows; absent: it has told nobody anything. */
  sequenceNumber: bigint | undefined;
  readonly plan: Plan;
  /** `fnv1a` of the plan's seed: orders its targets, draws what their waits stray by. */
  readonly planSeed: number;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly origin: Deployment["origin"];
  /** When it became the active one; absent: it is still to start, or never will. */
  startedAtMs: number | undefined;
  /** What it waits for before it starts. */
  waits: "scheduled" | "queued" | undefined;
  stopped: "paused" | "halted" | undefined;
  /** What stopped it by itself, the last time. */
  halt: Halt | undefined;
  closed: "superseded" | "cancelled" | "completed" | undefined;
  /** Absent: its plan has none. */
  window: WindowHours | undefined;
  readonly pace: Pace;
  readonly watch: HaltWatch;
  /** What happened to it as a whole, in order. */
  readonly occurrences: RolloutOccurrence[];
  /** Blocks are refused from then on. */
  downloadsStopped: boolean;
  everOffered: boolean;
  controlRevision: number;
  readonly targets: TargetColumns;
  readonly steps: StepColumns;
  /** Texts of states and reasons that no table knows, by row. */
  readonly rawReasons: Map<number, string>;
  /** What devices over HTTP wrote, by row, then by attempt. */
  readonly logs: Map<number, Map<number, string>>;
};

/** A control act or a change of state: the ETag moves, and whoever watches reads the deployment again. */
export function controlChanged(rollout: RolloutState): void {
  rollout.controlRevision += 1;
  rollout.targets.lastRevision += 1;
}
