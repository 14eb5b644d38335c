/** The pages, each fetched when it is first opened. A page's module exports its `loader` and its `Component`. */
export const pages = {
  cohorts: () => import("#features/cohorts/cohort-list-page.tsx"),
  newCohort: () => import("#features/cohorts/create-cohort-page.tsx"),
  cohort: () => import("#features/cohorts/cohort-layout.tsx"),
  history: () => import("#features/deployment-history/history-page.tsx"),
  members: () => import("#features/cohorts/members-page.tsx"),
  cohortFilter: () => import("#features/cohorts/edit-filter-page.tsx"),
  deploy: () => import("#features/deploy/deploy-layout.tsx"),
  compose: () => import("#features/deploy/compose-page.tsx"),
  review: () => import("#features/deploy/review-page.tsx"),
  rollout: () => import("#features/rollout/rollout-page.tsx"),
  target: () => import("#features/rollout/target-panel.tsx"),
  manifest: () => import("#features/rollout/manifest-page.tsx"),
  packages: () => import("#features/packages/package-list-page.tsx"),
  package: () => import("#features/packages/package-page.tsx"),
  devices: () => import("#features/devices/device-list-page.tsx"),
  device: () => import("#features/devices/device-page.tsx"),
};
