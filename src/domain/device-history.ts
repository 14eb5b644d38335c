import type { CohortId, DeploymentId } from "./ids.ts";
import type { Bucket, Substate, TargetPackage } from "./target.ts";

/** One deployment as one device went through it. Newest first in lists. */
export type DevicePastTarget = {
  readonly deploymentId: DeploymentId;
  readonly deploymentName: string;
  readonly cohortId: CohortId;
  readonly cohortName: string;
  readonly bucket: Bucket;
  readonly substate: Substate;
  readonly attempt: number;
  readonly packages: readonly TargetPackage[];
  readonly reason?: number;
  /** Text of a state or reason that no table knows. */
  readonly rawReason?: string;
  readonly sinceMs: number;
  /** When the deployment started. */
  readonly startedAtMs: number;
};
