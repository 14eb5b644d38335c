import type { Component } from "#domain/composition.ts";
import type { Deployment } from "#domain/deployment.ts";
import type { DeploymentId } from "#domain/ids.ts";
import type { Plan } from "#domain/plan.ts";
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
  /** Which variant fits, by blueprint and tag set; only where no variant asks for what a device runs. −1: none. */
  readonly fits: Map<number, number>;
  readonly asksWhatRuns: boolean;
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
  readonly sequenceNumber: bigint;
  readonly plan: Plan;
  readonly planSeed: number;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly origin: Deployment["origin"];
  closed: "superseded" | "cancelled" | "completed" | undefined;
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
