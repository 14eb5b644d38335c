import { useSuspenseQuery } from "@tanstack/react-query";
import type { ProjectId, Scope } from "#domain/ids.ts";
import type { Project } from "#domain/project.ts";
import { ApiError } from "./error.ts";
import { projectQueries } from "./project.ts";
import { queryClient } from "./query-client.ts";

/**
 * The organization and project behind a project's id, for loaders. A project made since the list was read is found too.
 * @throws ApiError not-found when there is no such project.
 */
export async function scopeOf(projectId: ProjectId): Promise<Scope> {
  const known = await queryClient.query(projectQueries.list());
  const projects = known.some(({ id }) => id === projectId)
    ? known
    : await queryClient.query({ ...projectQueries.list(), staleTime: 0 });
  return scopeIn(projects, projectId);
}

/** The same for components; suspends until the projects are there. */
export function useScope(projectId: ProjectId): Scope {
  const { data: projects } = useSuspenseQuery(projectQueries.list());
  return scopeIn(projects, projectId);
}

function scopeIn(projects: readonly Project[], projectId: ProjectId): Scope {
  const project = projects.find(({ id }) => id === projectId);
  if (project !== undefined) return { organizationId: project.organizationId, projectId };
  const message = `There is no project "${projectId}" here. Choose one of the projects you have.`;
  throw new ApiError({ kind: "not-found", message });
}
