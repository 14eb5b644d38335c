import type { DeploymentState } from "#domain/deployment.ts";
import type { Bucket, Substate } from "#domain/target.ts";
import type { IconName } from "./icon.tsx";
import type { Tone } from "./theme/tokens.ts";

type Face = { readonly name: string; readonly icon: IconName; readonly tone: Tone };

/** How each of the five states of a device is called and drawn. */
export const bucketFaces = {
  pending: { name: "Pending", icon: "pending", tone: "pending" },
  "in-progress": { name: "In progress", icon: "progress", tone: "progress" },
  succeeded: { name: "Succeeded", icon: "succeeded", tone: "succeeded" },
  failed: { name: "Failed", icon: "failed", tone: "failed" },
  cancelled: { name: "Cancelled", icon: "cancelled", tone: "cancelled" },
} as const satisfies Record<Bucket, Face>;

/** The order in which a bar and its legend show the five: what is done first, what is given up last. */
export const BAR_ORDER = ["succeeded", "in-progress", "failed", "pending", "cancelled"] as const satisfies Bucket[];

/** Each detail in the words that follow the state: "Pending · waiting for its phase". */
export const substateNames = {
  "waiting-phase": "waiting for its phase",
  "waiting-window": "waiting for the window",
  "waiting-slot": "waiting for a slot",
  "waiting-budget": "waiting for the budget",
  "waiting-offline": "offline",
  "waiting-deployment": "finishing another deployment",
  backoff: "waiting to try again",
  held: "held",
  offered: "offered",
  downloading: "downloading",
  downloaded: "downloaded",
  installing: "installing",
  rebooting: "rebooting",
  verifying: "verifying",
  confirming: "confirming",
  verified: "verified",
  "already-installed": "already there",
  rejected: "refused by the device",
  "download-failed": "download failed",
  "integrity-failed": "hash or signature wrong",
  "install-failed": "install failed",
  reverted: "went back to the old version",
  "timed-out": "timed out",
  lost: "lost",
  "no-artifact": "no artifact fits",
  aborted: "cancelled by hand",
  superseded: "superseded",
  "left-cohort": "left the cohort",
  decommissioned: "device deleted",
  expired: "expired",
} as const satisfies Record<Substate, string>;

/** How each state of a whole deployment is called and drawn. */
export const deploymentFaces = {
  scheduled: { name: "Scheduled", icon: "scheduled", tone: "pending" },
  queued: { name: "Queued", icon: "pending", tone: "pending" },
  pending: { name: "Pending", icon: "pending", tone: "pending" },
  "in-progress": { name: "In progress", icon: "progress", tone: "progress" },
  paused: { name: "Paused", icon: "paused", tone: "caution" },
  halted: { name: "Halted", icon: "failed", tone: "failed" },
  finished: { name: "Finished", icon: "succeeded", tone: "succeeded" },
  superseded: { name: "Superseded", icon: "cancelled", tone: "cancelled" },
  cancelled: { name: "Cancelled", icon: "cancelled", tone: "cancelled" },
} as const satisfies Record<DeploymentState, Face>;
