import type { ArtifactId, CohortId, DeploymentId, DeviceId, ProjectId } from "#domain/ids.ts";
import type { TargetFilter } from "#domain/target.ts";

type InProject = { readonly projectId: ProjectId };
type OfDeployment = InProject & { readonly deploymentId: DeploymentId };
type OfTarget = OfDeployment & { readonly deviceId: DeviceId; readonly reason?: string };
type OfCohort = InProject & { readonly cohortId: CohortId };
type OfArtifact = InProject & { readonly artifactId: ArtifactId; readonly reason: string };

/**
 * What people do to deployments, targets, cohorts and artifacts that are there already. A reason that is required is
 * empty at its peril: it is refused. Source: domain.md, Deployment states; contract.md, Operations (control).
 */
export type ControlCommand =
  | (OfDeployment & { readonly kind: "pause-deployment"; readonly reason?: string })
  /** From halted a reason is required. */
  | (OfDeployment & { readonly kind: "resume-deployment"; readonly reason?: string })
  /** Opens the next phase now, whatever the criteria of the present one say. */
  | (OfDeployment & { readonly kind: "promote-deployment"; readonly reason?: string })
  | (OfDeployment & { readonly kind: "cancel-deployment"; readonly reason?: string; readonly stopDownloads: boolean })
  | (OfDeployment & { readonly kind: "complete-deployment"; readonly reason?: string })
  /** Failed and cancelled targets get another attempt: those named, or all that match when as many as expected do. */
  | (OfDeployment & { readonly kind: "retry-targets"; readonly chosen: ChosenTargets; readonly reason?: string })
  | (OfTarget & { readonly kind: "hold-target" })
  | (OfTarget & { readonly kind: "release-target" })
  | (OfTarget & { readonly kind: "retry-target" })
  /** The instant after the one that was told last at which the window opens or shuts: time zones stay outside. */
  | (OfDeployment & { readonly kind: "tell-window"; readonly nextAtMs: number })
  | (OfCohort & { readonly kind: "freeze-cohort"; readonly reason: string; readonly untilMs?: number })
  | (OfCohort & { readonly kind: "unfreeze-cohort"; readonly reason?: string })
  | (OfCohort & { readonly kind: "protect-cohort"; readonly reason: string })
  | (OfCohort & { readonly kind: "unprotect-cohort"; readonly reason: string })
  | (OfArtifact & { readonly kind: "yank-artifact" })
  | (OfArtifact & { readonly kind: "unyank-artifact" })
  /** Takes back a change of cohort that is still to come. */
  | (InProject & { readonly kind: "withdraw-membership"; readonly deviceId: DeviceId; readonly reason?: string });

/** Most devices that a retry names one by one. Source: contract.md, Operations (control). */
export const RETRIED_BY_ID_MAX = 1_000;

/** Targets of one deployment: by device, or by filter with how many whoever asks believes they are. */
export type ChosenTargets =
  | { readonly deviceIds: readonly DeviceId[] }
  | { readonly filter: TargetFilter; readonly expectedCount: number };

/** Whether the window stands open as a deployment starts, and when that changes next. World ms. */
export type WindowFact = { readonly open: boolean; readonly nextAtMs: number };
