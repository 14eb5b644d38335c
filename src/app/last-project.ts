import { redirect } from "react-router";
import { projectQueries } from "#api/project.ts";
import { queryClient } from "#api/query-client.ts";
import { sureStorage } from "#lib/text-storage.ts";
import { paths } from "#navigation/paths.ts";

const KEY = "slipway-project";
const storage = sureStorage(() => localStorage);

/** Loader of `/`: the cohorts of the project last looked at, else of the first one; nothing when there is none. */
export async function goToLastProject(): Promise<Response | null> {
  const projects = await queryClient.query(projectQueries.list());
  const remembered = storage.getItem(KEY);
  const project = projects.find(({ id }) => id === remembered) ?? projects[0];
  return project === undefined ? null : redirect(paths.cohorts(project.id));
}

/** Remembers, on this device, the project one looks at. */
export function rememberProject(projectId: string): void {
  storage.setItem(KEY, projectId);
}
