/** The path of each page as the router reads it; `paths` builds what these match. */
export const patterns = {
  anew: "/anew",
  project: "/projects/:projectId",
  cohorts: "/projects/:projectId/cohorts",
  /** Before `cohort`: no cohort has this id. */
  newCohort: "/projects/:projectId/cohorts/new",
  cohort: "/projects/:projectId/cohorts/:cohortId",
  cohortDevices: "/projects/:projectId/cohorts/:cohortId/devices",
  cohortFilter: "/projects/:projectId/cohorts/:cohortId/filter",
  deploy: "/projects/:projectId/cohorts/:cohortId/deploy",
  review: "/projects/:projectId/cohorts/:cohortId/deploy/review",
  rollout: "/projects/:projectId/cohorts/:cohortId/deployments/:deploymentId",
  target: "/projects/:projectId/cohorts/:cohortId/deployments/:deploymentId/devices/:deviceId",
  manifest: "/projects/:projectId/cohorts/:cohortId/deployments/:deploymentId/manifest",
  packages: "/projects/:projectId/packages",
  package: "/projects/:projectId/packages/:packageId",
  devices: "/projects/:projectId/devices",
  device: "/projects/:projectId/devices/:deviceId",
} as const;
