import type { CohortId, DeploymentId, DeviceId, PackageId, ProjectId } from "#domain/ids.ts";
import { patterns } from "./patterns.ts";

/** What may stand behind the `?` of a link; an absent value is left out, a list repeats its name. */
export type Search = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** How pages link to each other without importing each other. Ids are escaped, whatever they hold. */
export const paths = {
  home: () => "/",
  anew: () => patterns.anew,
  cohorts: (projectId: ProjectId, search?: Search) => withSearch(`${project(projectId)}/cohorts`, search),
  newCohort: (projectId: ProjectId) => `${project(projectId)}/cohorts/new`,
  cohort: (projectId: ProjectId, cohortId: CohortId, search?: Search) =>
    withSearch(cohort(projectId, cohortId), search),
  cohortDevices: (projectId: ProjectId, cohortId: CohortId, search?: Search) =>
    withSearch(`${cohort(projectId, cohortId)}/devices`, search),
  cohortFilter: (projectId: ProjectId, cohortId: CohortId) => `${cohort(projectId, cohortId)}/filter`,
  deploy: (projectId: ProjectId, cohortId: CohortId, search?: Search) =>
    withSearch(`${cohort(projectId, cohortId)}/deploy`, search),
  review: (projectId: ProjectId, cohortId: CohortId, search?: Search) =>
    withSearch(`${cohort(projectId, cohortId)}/deploy/review`, search),
  rollout: (projectId: ProjectId, cohortId: CohortId, deploymentId: DeploymentId, search?: Search) =>
    withSearch(rollout(projectId, cohortId, deploymentId), search),
  target: (projectId: ProjectId, cohortId: CohortId, deploymentId: DeploymentId, deviceId: DeviceId, search?: Search) =>
    withSearch(`${rollout(projectId, cohortId, deploymentId)}/devices/${encodeURIComponent(deviceId)}`, search),
  manifest: (projectId: ProjectId, cohortId: CohortId, deploymentId: DeploymentId, search?: Search) =>
    withSearch(`${rollout(projectId, cohortId, deploymentId)}/manifest`, search),
  packages: (projectId: ProjectId, search?: Search) => withSearch(`${project(projectId)}/packages`, search),
  package: (projectId: ProjectId, packageId: PackageId, search?: Search) =>
    withSearch(`${project(projectId)}/packages/${encodeURIComponent(packageId)}`, search),
  devices: (projectId: ProjectId, search?: Search) => withSearch(`${project(projectId)}/devices`, search),
  device: (projectId: ProjectId, deviceId: DeviceId, search?: Search) =>
    withSearch(`${project(projectId)}/devices/${encodeURIComponent(deviceId)}`, search),
};

/** A path with its search part, names in the order given; nothing to say leaves no `?`. */
function withSearch(path: string, search: Search = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, String(one));
    }
  }
  return params.size === 0 ? path : `${path}?${params}`;
}

function project(projectId: ProjectId): string {
  return `/projects/${encodeURIComponent(projectId)}`;
}

function cohort(projectId: ProjectId, cohortId: CohortId): string {
  return `${project(projectId)}/cohorts/${encodeURIComponent(cohortId)}`;
}

function rollout(projectId: ProjectId, cohortId: CohortId, deploymentId: DeploymentId): string {
  return `${cohort(projectId, cohortId)}/deployments/${encodeURIComponent(deploymentId)}`;
}
