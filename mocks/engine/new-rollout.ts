import { fnv1a } from "#lib/hash.ts";
import { compareText } from "#lib/collection.ts";
import type { DeploymentRequest } from "#domain/deployment.ts";
import type { DeploymentId } from "#domain/ids.ts";
import type { Plan } from "#domain/plan.ts";
import type { WindowFact } from "./control-command.ts";
import { newHaltWatch } from "./halt-watch.ts";
import { numberOf } from "./interner.ts";
import { newPace } from "./pace.ts";
import type { ArtifactState, CohortState, ProjectState } from "./project-state.ts";
import type { RolloutComponent, RolloutState } from "./rollout-state.ts";
import { newStepColumns } from "./step-columns.ts";
import { newTargetColumns } from "./target-columns.ts";
import type { World } from "./world.ts";

/** What makes a deployment: everything was judged already. */
export type NewRollout = {
  readonly id: DeploymentId;
  readonly request: DeploymentRequest;
  readonly plan: Plan;
  readonly artifacts: readonly ArtifactState[];
  readonly actor: string;
  readonly window: WindowFact | undefined;
};

/** A deployment that has not started: it has neither a sequence number nor targets. */
export function newRollout(
  world: World,
  project: ProjectState,
  cohort: CohortState,
  { id, request, plan, artifacts, actor, window }: NewRollout,
): RolloutState {
  const components = componentsOf(world, project, artifacts);
  return {
    index: world.rollouts.length,
    project: project.index,
    cohort: cohort.index,
    id,
    name: request.name.trim(),
    notes: request.notes?.trim() || undefined,
    artifactIds: artifacts.map(({ artifact }) => artifact.id),
    components,
    componentOf: new Map(components.map(({ about }, at) => [about, at])),
    sequenceNumber: undefined,
    plan,
    planSeed: fnv1a(plan.seed),
    createdAtMs: world.nowMs,
    createdBy: actor,
    origin: request.origin,
    startedAtMs: undefined,
    waits: undefined,
    stopped: undefined,
    halt: undefined,
    closed: undefined,
    window: window === undefined ? undefined : { ...window, isDue: false },
    pace: newPace(plan),
    watch: newHaltWatch(plan),
    occurrences: [],
    downloadsStopped: false,
    everOffered: false,
    controlRevision: 1,
    targets: newTargetColumns(components.length, plan.phases.length),
    steps: newStepColumns(),
    rawReasons: new Map(),
    logs: new Map(),
  };
}

function componentsOf(
  world: World,
  project: ProjectState,
  artifacts: readonly ArtifactState[],
): readonly RolloutComponent[] {
  const packageIds = [...new Set(artifacts.map(({ artifact }) => artifact.packageId))].toSorted(compareText);
  return packageIds.flatMap((packageId) => {
    const variants = artifacts.filter(({ artifact }) => artifact.packageId === packageId);
    const about = project.packages.get(packageId);
    const version = variants[0]?.artifact.version;
    if (about === undefined || version === undefined) return [];
    const artifactIds = variants.map(({ artifact }) => artifact.id);
    return {
      component: { packageId, version, artifactIds },
      about,
      version: numberOf(world.texts, version),
      variants,
      fits: [],
      asksWhatRuns: variants.some(({ artifact }) => artifact.requires.size > 0),
      offered: new Map<number, number>(),
    };
  });
}
