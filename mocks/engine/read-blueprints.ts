import type { Blueprint } from "#domain/blueprint.ts";
import type { BlueprintId, ProjectId } from "#domain/ids.ts";
import type { World } from "./world.ts";

/** Every blueprint of a project, in the order they were made. */
export function listBlueprints(world: World, projectId: ProjectId): readonly Blueprint[] {
  return [...(world.projectsById.get(projectId)?.blueprints.values() ?? [])];
}

/** One blueprint. */
export function blueprintOf(world: World, projectId: ProjectId, blueprintId: BlueprintId): Blueprint | undefined {
  return world.projectsById.get(projectId)?.blueprints.get(blueprintId);
}
