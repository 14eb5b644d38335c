import type { DeploymentState } from "#domain/deployment.ts";
import type { Bucket } from "#domain/target.ts";
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
