import type { Component } from "./composition.ts";
import type { ArtifactId, CohortId, DeploymentId } from "./ids.ts";
import type { Halt, PhaseProgress } from "./phase-progress.ts";
import type { Plan } from "./plan.ts";
import type { PlanRequest } from "./plan-request.ts";
import type { Counts } from "./target.ts";
import type { YankedVersion } from "./yanked-version.ts";

/** States of a deployment as a whole. Source: domain.md, Deployment states. */
export const DEPLOYMENT_STATES = [
  "scheduled",
  "queued",
  "pending",
  "in-progress",
  "paused",
  "halted",
  "finished",
  "superseded",
  "cancelled",
] as const;
/** One of those states. */
export type DeploymentState = (typeof DEPLOYMENT_STATES)[number];

/** An immutable, named composition pushed to a cohort, and how far it has landed. */
export type Deployment = {
  readonly id: DeploymentId;
  readonly cohortId: CohortId;
  readonly name: string;
  readonly notes?: string;
  readonly artifactIds: readonly ArtifactId[];
  /** In package order. */
  readonly components: readonly Component[];
  /** Versions of it that were yanked since, in package order; absent: none. */
  readonly yanked?: readonly YankedVersion[];
  /** int64, unique and strictly increasing in a project. Absent where the backend has only Golioth's base. */
  readonly sequenceNumber?: bigint;
  readonly state: DeploymentState;
  /** A state no table knows, as the backend called it; `state` is then the safest guess, in-progress. */
  readonly rawState?: string;
  /** No target is Pending or In Progress. */
  readonly settled: boolean;
  readonly counts: Counts;
  readonly plan: Plan;
  readonly createdAtMs: number;
  /** When it became the active one; absent while it is scheduled or queued. */
  readonly startedAtMs?: number;
  /** What stopped it by itself, the last time. */
  readonly halt?: Halt;
  /** In order; absent where the backend does not say. */
  readonly phases?: readonly PhaseProgress[];
  /** Absent where the backend does not say. */
  readonly createdBy?: string;
  /** A rollback says what it undid and what it went back to. */
  readonly origin?: { readonly rollbackOf: DeploymentId; readonly to: DeploymentId };
  /** Moves on control acts and changes of state, never on counts; the ETag. */
  readonly controlRevision: string;
};

/** What whoever starts a deployment asks for. A backend with the base only takes name and artifacts. */
export type DeploymentRequest = {
  readonly name: string;
  readonly artifactIds: readonly ArtifactId[];
  readonly notes?: string;
  /** None: all at once. */
  readonly plan?: PlanRequest;
  readonly origin?: { readonly rollbackOf: DeploymentId; readonly to: DeploymentId };
  /** What the review showed; a stale one is refused with what changed. */
  readonly impactHash?: string;
};
