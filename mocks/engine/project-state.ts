import type { Artifact } from "#domain/artifact.ts";
import type { Blueprint } from "#domain/blueprint.ts";
import type { CohortFilter } from "#domain/cohort.ts";
import type { ArtifactId, BlueprintId, CohortId, DeploymentId, PackageId, TagId } from "#domain/ids.ts";
import type { Project } from "#domain/project.ts";
import type { Tag } from "#domain/tag.ts";
import type { KeptAct } from "./audit.ts";
import type { CohortMoment } from "./cohort-moments.ts";
import type { ContentSource } from "./command.ts";
import { newOtaEventColumns, type OtaEventColumns } from "./ota-event-columns.ts";
import type { PackageState } from "./package-state.ts";

/** An artifact, where its bytes are, and how many deployments name it. */
export type ArtifactState = {
  artifact: Omit<Artifact, "usedBy">;
  readonly content: ContentSource;
  usedBy: number;
};

/** A cohort as the engine keeps it. Members are the rows of the fleet that say so. */
export type CohortState = {
  readonly index: number;
  readonly project: number;
  readonly id: CohortId;
  name: string;
  filter: CohortFilter | undefined;
  deviceCount: number;
  /** Moves with every device that comes, goes, is enabled or disabled. */
  membershipRevision: number;
  /** Its rollouts, oldest first, also those that are still to start. */
  readonly rollouts: number[];
  /** The latest that started; −1: none did. */
  active: number;
  /** Those that wait for the one before them, in their order. */
  readonly queue: number[];
  archived: boolean;
  /** Acts on it ask for its name. */
  protected: boolean;
  /** No start and no offers until then, or until somebody ends it. */
  frozen: { readonly reason: string; readonly untilMs: number | undefined } | undefined;
  /** How people had it from when on, in order; see cohort-moments.ts. */
  readonly moments: CohortMoment[];
  readonly createdAtMs: number;
  updatedAtMs: number;
};

/** Everything of one project but its devices, which are rows of the world's fleet. */
export type ProjectState = {
  readonly index: number;
  project: Project;
  readonly tags: Map<TagId, Tag>;
  readonly blueprints: Map<BlueprintId, Blueprint>;
  /** Blueprints by the number that stands for them in the fleet; never shortened. */
  readonly blueprintIds: BlueprintId[];
  /** Tag sets by the number that stands for them in the fleet; 0 is the empty set. */
  readonly tagSets: (readonly TagId[])[];
  readonly tagSetNumbers: Map<string, number>;
  readonly packages: Map<PackageId, PackageState>;
  readonly artifacts: Map<ArtifactId, ArtifactState>;
  readonly cohorts: Map<CohortId, CohortState>;
  readonly rollouts: Map<DeploymentId, number>;
  /** Sequence number of the latest deployment; 0n before the first. */
  lastSequenceNumber: bigint;
  readonly events: OtaEventColumns;
  /** Who did what, in order. */
  readonly audit: KeptAct[];
};

/** A project without anything in it. */
export function newProjectState(index: number, project: Project): ProjectState {
  return {
    index,
    project,
    tags: new Map(),
    blueprints: new Map(),
    blueprintIds: [],
    tagSets: [[]],
    tagSetNumbers: new Map([["", 0]]),
    packages: new Map(),
    artifacts: new Map(),
    cohorts: new Map(),
    rollouts: new Map(),
    lastSequenceNumber: 0n,
    events: newOtaEventColumns(),
    audit: [],
  };
}

/** The number that stands for a set of tags; order and repeats do not matter. */
export function tagSetNumber(project: ProjectState, tagIds: readonly TagId[]): number {
  const set = [...new Set(tagIds)].toSorted();
  const key = set.join(",");
  const known = project.tagSetNumbers.get(key);
  if (known !== undefined) return known;
  const number = project.tagSets.push(set) - 1;
  project.tagSetNumbers.set(key, number);
  return number;
}

/** The artifact as people see it. */
export function artifactValue({ artifact, usedBy }: ArtifactState): Artifact {
  return { ...artifact, usedBy };
}
