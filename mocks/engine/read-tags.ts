import type { ProjectId, TagId } from "#domain/ids.ts";
import type { Tag } from "#domain/tag.ts";
import type { World } from "./world.ts";

/** Every tag of a project, in the order they were made. */
export function listTags(world: World, projectId: ProjectId): readonly Tag[] {
  return [...(world.projectsById.get(projectId)?.tags.values() ?? [])];
}

/** One tag. */
export function tagOf(world: World, projectId: ProjectId, tagId: TagId): Tag | undefined {
  return world.projectsById.get(projectId)?.tags.get(tagId);
}
