import { redirect, type RouteObject } from "react-router";
import { projectIdOf } from "#navigation/params.ts";
import { paths } from "#navigation/paths.ts";
import { patterns } from "#navigation/patterns.ts";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { BeginAnew } from "./begin-anew.tsx";
import { goToLastProject } from "./last-project.ts";
import { NoProject } from "./no-project.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PartError, RouteError } from "./route-error.tsx";
import { pages } from "./pages.ts";
import { Shell } from "./shell/shell.tsx";

/** The addresses of the console. Each page comes with its own chunk, its loader and an error boundary below the shell. */
export const routes: RouteObject[] = [
  { path: patterns.anew, Component: BeginAnew },
  {
    Component: Shell,
    ErrorBoundary: RouteError,
    children: [
      {
        ErrorBoundary: RouteError,
        HydrateFallback: PageSkeleton,
        children: [
          { path: "/", loader: goToLastProject, Component: NoProject },
          { path: patterns.project, loader: ({ params }) => redirect(paths.cohorts(projectIdOf(params))) },
          { path: patterns.cohorts, lazy: pages.cohorts },
          { path: patterns.newCohort, lazy: pages.newCohort },
          { path: patterns.cohortFilter, lazy: pages.cohortFilter },
          {
            path: patterns.cohort,
            lazy: pages.cohort,
            children: [
              { index: true, lazy: pages.history, ErrorBoundary: PartError },
              { path: patterns.cohortDevices, lazy: pages.members, ErrorBoundary: PartError },
            ],
          },
          {
            path: patterns.deploy,
            lazy: pages.deploy,
            children: [
              { index: true, lazy: pages.compose, ErrorBoundary: PartError },
              { path: patterns.review, lazy: pages.review, ErrorBoundary: PartError },
            ],
          },
          { path: patterns.manifest, lazy: pages.manifest },
          {
            path: patterns.rollout,
            lazy: pages.rollout,
            // The panel brings its own boundary: the list beside it stays.
            children: [{ path: patterns.target, lazy: pages.target }],
          },
          { path: patterns.packages, lazy: pages.packages },
          { path: patterns.package, lazy: pages.package },
          { path: patterns.devices, lazy: pages.devices },
          { path: patterns.device, lazy: pages.device },
          { path: "*", Component: NotFoundPage },
        ],
      },
    ],
  },
];
