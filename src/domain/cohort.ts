import type { BlueprintId, CohortId, DeploymentId, TagId } from "./ids.ts";
import type { DeploymentState } from "./deployment.ts";
import type { Counts } from "./target.ts";
import type { YankedVersion } from "./yanked-version.ts";

/** Which devices a dynamic cohort takes: any of the blueprints (if given) and all of the tags. */
export type CohortFilter = { readonly tagIds: readonly TagId[]; readonly blueprintIds: readonly BlueprintId[] };

/** The deployment a cohort runs, in brief. */
export type ActiveDeployment = {
  readonly id: DeploymentId;
  readonly name: string;
  readonly state: DeploymentState;
  readonly settled: boolean;
  readonly counts: Counts;
  readonly startedAtMs: number;
  /** Versions of it that were yanked since, in package order; absent: none. */
  readonly yanked?: readonly YankedVersion[];
};

/** Devices that get the same deployments. */
export type Cohort = {
  readonly id: CohortId;
  readonly name: string;
  /** All members, enabled or not. */
  readonly deviceCount: number;
  readonly kind: "manual" | "dynamic";
  readonly filter?: CohortFilter;
  /** Id of the active deployment, also where a backend says no more of it. Absent: nothing was ever deployed. */
  readonly activeDeploymentId?: DeploymentId;
  /** The active deployment in brief; absent also where the backend has only Golioth's base. */
  readonly activeDeployment?: ActiveDeployment;
  readonly deploymentCount: number;
  readonly protected: boolean;
  readonly frozen?: { readonly reason: string; readonly untilMs?: number };
  readonly archived: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
};

/** Orders a list of cohorts can take. `trouble`: halted and failing first, then moving, then quiet. */
export const COHORT_SORTS = ["trouble", "name", "-name", "devices", "-devices", "started", "-started"] as const;
/** One of those orders. */
export type CohortSort = (typeof COHORT_SORTS)[number];

/** How the cohorts of a whole project stand, for the sentence above the list. */
export type CohortTally = { readonly moving: number; readonly halted: number; readonly quiet: number };
