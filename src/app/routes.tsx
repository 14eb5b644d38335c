import type { RouteObject } from "react-router";
import { patterns } from "#navigation/patterns.ts";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { goToLastProject } from "./last-project.ts";
import { NoProject } from "./no-project.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { RouteError } from "./route-error.tsx";
import { pages } from "./pages.ts";
import { Shell } from "./shell/shell.tsx";

/** The addresses of the console. Each page comes with its own chunk, its loader and an error boundary below the shell. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: RouteError,
    children: [
      {
        ErrorBoundary: RouteError,
        HydrateFallback: PageSkeleton,
        children: [
          { path: "/", loader: goToLastProject, Component: NoProject },
          { path: patterns.cohorts, lazy: pages.cohorts },
          {
            path: patterns.cohort,
            lazy: pages.cohort,
            children: [
              { index: true, lazy: pages.history, ErrorBoundary: RouteError },
              { path: patterns.cohortDevices, lazy: pages.members, ErrorBoundary: RouteError },
            ],
          },
          {
            path: patterns.deploy,
            lazy: pages.deploy,
            children: [
              { index: true, lazy: pages.compose },
              { path: patterns.review, lazy: pages.review, ErrorBoundary: RouteError },
            ],
          },
          { path: patterns.manifest, lazy: pages.manifest },
          {
            path: patterns.rollout,
            lazy: pages.rollout,
            children: [{ path: patterns.target, lazy: pages.target, ErrorBoundary: RouteError }],
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
