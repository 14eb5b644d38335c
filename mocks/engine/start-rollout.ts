import { fnv1a } from "#lib/hash.ts";
import { nextSequenceNumber } from "#domain/sequence-number.ts";
import type { DeploymentRequest } from "#domain/deployment.ts";
import { ENDED_BY_A_NEWER_ONE } from "#domain/ended-from-outside.ts";
import { planOf } from "#domain/plan.ts";
import { compareText } from "#lib/collection.ts";
import { activeRollout } from "./active-rollout.ts";
import { draw, PURPOSES } from "./chance.ts";
import { changeTarget } from "./change-target.ts";
import { isMarked, MARK } from "./fleet.ts";
import { mintedId } from "./ids.ts";
import { numberOf } from "./interner.ts";
import { judge } from "./offer.ts";
import { planAsk } from "./plan-ask.ts";
import type { ArtifactState, CohortState, ProjectState } from "./project-state.ts";
import { controlChanged, type RolloutComponent, type RolloutState } from "./rollout-state.ts";
import { addTarget } from "./rollout-targets.ts";
import { newStepColumns } from "./step-columns.ts";
import { codeOf, newTargetColumns, reserveTargets } from "./target-columns.ts";
import { nextMinted, type World } from "./world.ts";

/**
 * Starts a deployment that was judged already: it supersedes the cohort's active one, every enabled member becomes a
 * target, and simulated members are told at once. Source: domain.md, Deployment states.
 */
export function startRollout(
  world: World,
  project: ProjectState,
  cohort: CohortState,
  request: DeploymentRequest,
  artifacts: readonly ArtifactState[],
  actor: string,
): RolloutState {
  const rollout = newRollout(world, project, cohort, request, artifacts, actor);
  for (const artifact of artifacts) artifact.usedBy += 1;
  const before = activeRollout(world, cohort);
  if (before !== undefined) supersede(world, before);
  world.rollouts.push(rollout);
  project.rollouts.set(rollout.id, rollout.index);
  cohort.rollouts.push(rollout.index);
  cohort.updatedAtMs = world.nowMs;
  takeMembers(world, cohort, rollout);
  return rollout;
}

function takeMembers(world: World, cohort: CohortState, rollout: RolloutState): void {
  const { fleet } = world;
  reserveTargets(rollout.targets, cohort.deviceCount);
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.cohort[device] !== cohort.index || !isMarked(fleet, device, MARK.enabled)) continue;
    const row = addTarget(world, rollout, device);
    fleet.currentRollout[device] = rollout.index;
    fleet.currentRow[device] = row;
    judge(world, rollout, row, device);
    planAsk(world, device);
  }
}

/** Who has not begun to install goes no further in the old deployment; who has runs to the end in it. */
function supersede(world: World, rollout: RolloutState): void {
  const { targets } = rollout;
  for (let row = 0; row < targets.count; row += 1) {
    if (!ENDED_AT_ONCE.has(targets.substate[row] ?? 0)) continue;
    changeTarget(world, rollout, row, { kind: "end", atMs: world.nowMs, substate: "superseded" });
  }
  if (rollout.closed !== undefined) return;
  rollout.closed = "superseded";
  controlChanged(rollout);
}

const ENDED_AT_ONCE: ReadonlySet<number> = new Set(ENDED_BY_A_NEWER_ONE.map(codeOf));

function newRollout(
  world: World,
  project: ProjectState,
  cohort: CohortState,
  request: DeploymentRequest,
  artifacts: readonly ArtifactState[],
  actor: string,
): RolloutState {
  const id = mintedId("deployment", world.seedHash, nextMinted(world));
  const components = componentsOf(world, project, artifacts);
  const belowMs = draw(world.seedHash, world.rollouts.length, PURPOSES.sequence, 0);
  project.lastSequenceNumber = nextSequenceNumber(project.lastSequenceNumber, world.nowMs, belowMs);
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
    sequenceNumber: project.lastSequenceNumber,
    plan: planOf("all-at-once", id),
    planSeed: fnv1a(id),
    createdAtMs: world.nowMs,
    createdBy: actor,
    origin: request.origin,
    closed: undefined,
    downloadsStopped: false,
    everOffered: false,
    controlRevision: 1,
    targets: newTargetColumns(components.length),
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
      fits: new Map<number, number>(),
      asksWhatRuns: variants.some(({ artifact }) => artifact.requires.size > 0),
    };
  });
}
