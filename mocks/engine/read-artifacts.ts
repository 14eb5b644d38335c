import type { Artifact } from "#domain/artifact.ts";
import type { ArtifactId, ProjectId } from "#domain/ids.ts";
import type { ContentSource } from "./command.ts";
import { artifactValue } from "./project-state.ts";
import type { ArtifactFilter } from "./queries.ts";
import type { World } from "./world.ts";

/** The artifacts of a project that match, newest first. */
export function listArtifacts(world: World, projectId: ProjectId, filter: ArtifactFilter = {}): readonly Artifact[] {
  const { packageId, blueprintId } = filter;
  return [...(world.projectsById.get(projectId)?.artifacts.values() ?? [])]
    .filter(
      ({ artifact }) =>
        (packageId === undefined || artifact.packageId === packageId) &&
        (blueprintId === undefined || artifact.blueprintId === blueprintId),
    )
    .map(artifactValue)
    .toReversed();
}

/** One artifact. */
export function artifactOf(world: World, projectId: ProjectId, artifactId: ArtifactId): Artifact | undefined {
  const state = world.projectsById.get(projectId)?.artifacts.get(artifactId);
  return state === undefined ? undefined : artifactValue(state);
}

/** Where the bytes of an artifact are. */
export function contentOf(world: World, projectId: ProjectId, artifactId: ArtifactId): ContentSource | undefined {
  return world.projectsById.get(projectId)?.artifacts.get(artifactId)?.content;
}
