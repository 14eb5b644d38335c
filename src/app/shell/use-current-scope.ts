import { useQuery } from "@tanstack/react-query";
import { useMatch } from "react-router";
import { projectQueries } from "#api/project.ts";
import type { useScope } from "#api/scope.ts";
import { projectIdOf } from "#navigation/params.ts";

export type Scope = ReturnType<typeof useScope>;

/** The project of the address; absent at `/` and where no page is. */
export function useCurrentProjectId(): Scope["projectId"] | undefined {
  const match = useMatch("/projects/:projectId/*");
  return match === null ? undefined : projectIdOf(match.params);
}

/** The project that the navigation leads into: none once it is known that the address names one that is not there. */
export function useNavigationProjectId(): Scope["projectId"] | undefined {
  const projectId = useCurrentProjectId();
  const { data: projects } = useQuery(projectQueries.list());
  return projects === undefined || projects.some(({ id }) => id === projectId) ? projectId : undefined;
}

/** Its scope, once it is known that there is such a project. The shell never waits for it. */
export function useCurrentScope(): Scope | undefined {
  const projectId = useCurrentProjectId();
  const { data: projects } = useQuery(projectQueries.list());
  const project = projects?.find(({ id }) => id === projectId);
  return project === undefined ? undefined : { organizationId: project.organizationId, projectId: project.id };
}
