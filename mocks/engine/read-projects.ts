import type { ProjectId } from "#domain/ids.ts";
import type { Organization, Project } from "#domain/project.ts";
import type { World } from "./world.ts";

/** Every project that was not deleted, in the order they were made; a world's main project is the first. */
export function listProjects(world: World): readonly Project[] {
  const living = world.projects.filter((state) => world.projectsById.get(state.project.id) === state);
  return living.map(({ project }) => project);
}

/** One project. */
export function projectOf(world: World, projectId: ProjectId): Project | undefined {
  return world.projectsById.get(projectId)?.project;
}

/** The organization that owns every project of the world. */
export function organizationOf(world: World): Organization {
  return world.organization;
}
