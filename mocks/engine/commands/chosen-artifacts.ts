import { specificity } from "#domain/artifact-fit.ts";
import type { ArtifactId } from "#domain/ids.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import { tagIdsOf } from "../component-fit.ts";
import type { ArtifactState, CohortState, ProjectState } from "../project-state.ts";
import { invalid, unprocessable } from "../refusal.ts";
import type { World } from "../world.ts";

/**
 * The artifacts a deployment names, judged: they exist, are not yanked, carry one version of each package, and no device
 * of the cohort fits two of them equally well. Source: domain.md, Glossary (composition, yanked).
 */
export function chosenArtifacts(
  world: World,
  project: ProjectState,
  cohort: CohortState,
  artifactIds: readonly ArtifactId[],
): readonly ArtifactState[] | Problem {
  const chosen = namedArtifacts(project, artifactIds);
  return isProblem(chosen) ? chosen : (artifactsProblem(world, cohort, chosen) ?? chosen);
}

/** The artifacts of a project that a deployment names, each once. */
export function namedArtifacts(
  project: ProjectState,
  artifactIds: readonly ArtifactId[],
): readonly ArtifactState[] | Problem {
  if (artifactIds.length === 0) {
    return unprocessable("artifactIds", "A deployment carries at least one artifact.", "Add a package.");
  }
  const chosen: ArtifactState[] = [];
  for (const artifactId of new Set(artifactIds)) {
    if (!/^[0-9a-f]{24}$/.test(artifactId)) {
      return invalid("artifactIds", `the provided hex string is not a valid ObjectID: ${artifactId.slice(0, 64)}`);
    }
    const state = project.artifacts.get(artifactId);
    if (state === undefined) {
      return unprocessable("artifactIds", `artifact not found: ${artifactId}`, "Choose a version of this project.");
    }
    chosen.push(state);
  }
  return chosen;
}

/** Why a cohort cannot have these artifacts in one deployment. */
export function artifactsProblem(
  world: World,
  cohort: CohortState,
  chosen: readonly ArtifactState[],
): Problem | undefined {
  return yankedOne(chosen) ?? secondVersion(chosen) ?? equallySpecific(world, cohort, chosen);
}

function yankedOne(chosen: readonly ArtifactState[]): Problem | undefined {
  const yanked = chosen.find(({ artifact }) => artifact.yanked !== undefined)?.artifact;
  if (yanked === undefined) return undefined;
  const { packageId, version } = yanked;
  return unprocessable("artifactIds", `${packageId} ${version} was yanked: ${yanked.yanked?.reason ?? ""}`);
}

function secondVersion(chosen: readonly ArtifactState[]): Problem | undefined {
  const versions = new Map<string, string>();
  for (const { artifact } of chosen) {
    const other = versions.get(artifact.packageId);
    if (other !== undefined && other !== artifact.version) {
      return unprocessable(
        "artifactIds",
        `A deployment carries one version of ${artifact.packageId}; this one names ${other} and ${artifact.version}.`,
      );
    }
    versions.set(artifact.packageId, artifact.version);
  }
  return undefined;
}

function equallySpecific(world: World, cohort: CohortState, chosen: readonly ArtifactState[]): Problem | undefined {
  for (const [at, { artifact: one }] of chosen.entries()) {
    for (const { artifact: other } of chosen.slice(at + 1)) {
      if (one.packageId !== other.packageId || one.blueprintId !== other.blueprintId) continue;
      if (specificity(one) !== specificity(other)) continue;
      if (!someMemberCarries(world, cohort, new Set([...one.tagIds, ...other.tagIds]))) continue;
      return unprocessable(
        "artifactIds",
        `Two artifacts of ${one.packageId} ${one.version} fit the same devices equally well.`,
        "Leave one of them out, or narrow its tags.",
      );
    }
  }
  return undefined;
}

function someMemberCarries(world: World, cohort: CohortState, tags: ReadonlySet<string>): boolean {
  const { fleet } = world;
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.cohort[device] !== cohort.index) continue;
    const carried = new Set<string>(tagIdsOf(world, device));
    if ([...tags].every((tag) => carried.has(tag))) return true;
  }
  return false;
}
