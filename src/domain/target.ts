import type { ArtifactId, BlueprintId, DeploymentId, DeviceId, PackageId, TagId } from "./ids.ts";

/** The five states of a device in a deployment, in the order they are shown. Source: Spotflow. */
export const BUCKETS = ["pending", "in-progress", "succeeded", "failed", "cancelled"] as const;
/** One of the five. */
export type Bucket = (typeof BUCKETS)[number];

/** Substates by bucket; the order within a bucket is the order of a device's life. Source: domain.md, Target states. */
export const SUBSTATES_OF = {
  pending: [
    "waiting-phase",
    "waiting-window",
    "waiting-slot",
    "waiting-budget",
    "waiting-offline",
    "waiting-deployment",
    "backoff",
    "held",
  ],
  "in-progress": ["offered", "downloading", "downloaded", "installing", "rebooting", "verifying", "confirming"],
  succeeded: ["verified", "already-installed"],
  failed: [
    "rejected",
    "download-failed",
    "integrity-failed",
    "install-failed",
    "reverted",
    "timed-out",
    "lost",
    "no-artifact",
  ],
  cancelled: ["aborted", "superseded", "left-cohort", "decommissioned", "expired"],
} as const satisfies Record<Bucket, readonly string[]>;

/** The detail of a device's state in a deployment. */
export type Substate = (typeof SUBSTATES_OF)[Bucket][number];

/** Every substate, in bucket order; a substate's index here is its code in the engine's columns. */
export const SUBSTATES: readonly Substate[] = BUCKETS.flatMap((bucket) => [...SUBSTATES_OF[bucket]]);

/** The bucket that a substate is a detail of. */
export function bucketOf(substate: Substate): Bucket {
  // Every substate is listed in one bucket; the type knows it, the search does not.
  return BUCKETS.find((bucket) => SUBSTATES_OF[bucket].some((known) => known === substate)) ?? "pending";
}

/** Whether nothing more is to come for targets in a bucket. */
export function isOver(bucket: Bucket): boolean {
  return bucket !== "pending" && bucket !== "in-progress";
}

/** How many targets are in each bucket, and in each substate that has any. The buckets sum to `total`. */
export type Counts = {
  readonly total: number;
  readonly buckets: Readonly<Record<Bucket, number>>;
  readonly substates: Readonly<Partial<Record<Substate, number>>>;
  /** Of the in-progress ones, how many have gone quiet for longer than the stall timeout. */
  readonly stuck: number;
};

/** What one device is to run of one package. `from` is absent when it never reported one. */
export type TargetPackage = { readonly packageId: PackageId; readonly from?: string; readonly to: string };

/** One device in one deployment, as a row of the rollout's list. */
export type TargetRow = {
  readonly deviceId: DeviceId;
  readonly name: string;
  readonly bucket: Bucket;
  readonly substate: Substate;
  readonly stuck: boolean;
  /** 0: never offered. */
  readonly attempt: number;
  /** Index of its phase, from 0. */
  readonly phase: number;
  readonly packages: readonly TargetPackage[];
  /** The reason code that explains a failure or a wait, when there is one. */
  readonly reason?: number;
  /** Text of a state or reason that no table knows. */
  readonly rawReason?: string;
  readonly lastReportAtMs?: number;
  readonly sinceMs: number;
  /** When its wait ends by itself: the backoff, or the hours in which no offers are made. Absent: not by a time. */
  readonly waitsUntilMs?: number;
};

/** One numbered try of a target, with the instants it passed through. */
export type Attempt = {
  readonly number: number;
  readonly steps: readonly { readonly substate: Substate; readonly atMs: number; readonly note?: string }[];
};

/** All that is known of one device in one deployment. */
export type Target = TargetRow & {
  readonly deploymentId: DeploymentId;
  readonly attempts: readonly Attempt[];
  readonly artifactIds: readonly ArtifactId[];
  readonly createdAtMs: number;
  readonly finishedAtMs?: number;
};

/**
 * Orders a list of targets can take; a leading minus is descending. `trouble`: failed, then stuck, on the way, pending,
 * succeeded and cancelled ones; by name within each.
 */
export const TARGET_SORTS = [
  "trouble",
  "name",
  "-name",
  "lastReport",
  "-lastReport",
  "substate",
  "-substate",
  "since",
  "-since",
  "attempt",
  "-attempt",
] as const;
/** One of those orders. */
export type TargetSort = (typeof TARGET_SORTS)[number];

/** What a list of targets can be narrowed to. Values of one name are alternatives; names are all required. */
export type TargetFilter = {
  readonly buckets?: readonly Bucket[];
  readonly substates?: readonly Substate[];
  readonly term?: string;
  readonly stuck?: boolean;
  /** Reason codes that explain the present substate. */
  readonly reasons?: readonly number[];
  /** Indices of phases, from 0. */
  readonly phases?: readonly number[];
  readonly blueprintIds?: readonly BlueprintId[];
  readonly tagIds?: readonly TagId[];
  /** `main@2.0.0`: devices whose last report of `main` says 2.0.0. */
  readonly packageVersions?: readonly string[];
};
