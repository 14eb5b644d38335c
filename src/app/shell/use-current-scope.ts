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

/** Its scope, once it is known that there is such a project. The shell never waits for it. */
export function useCurrentScope(): Scope | undefined {
  const projectId = useCurrentProjectId();
  const { data: projects } = useQuery(projectQueries.list());
  const project = projects?.find(({ id }) => id === projectId);
  return project === undefined ? undefined : { organizationId: project.organizationId, projectId: project.id };
}
