import type { ArtifactId, BlueprintId, CohortId, DeploymentId, DeviceId, ProjectId, TagId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";

/** Who does something, and when. `atMs` is world time and never lies before the world's own instant. */
export type By = { readonly actor: string; readonly atMs: number };

/** What a command made or moved. Read it back through the read functions; only ids and numbers travel here. */
export type Facts = {
  readonly facts: {
    readonly projectId?: ProjectId;
    readonly tagId?: TagId;
    readonly blueprintId?: BlueprintId;
    readonly artifactId?: ArtifactId;
    readonly deviceId?: DeviceId;
    readonly cohortId?: CohortId;
    /** The deployment that was started, or the one whose manifest a device that asked is answered. */
    readonly deploymentId?: DeploymentId;
    /** How many devices changed their cohort. */
    readonly moved?: number;
  };
};

/** The answer to a command: what happened, or why nothing did. */
export type Outcome = Facts | Problem;
