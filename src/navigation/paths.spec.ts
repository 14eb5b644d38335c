import { matchPath } from "react-router";
import { expect, test } from "vitest";
import type { CohortId, DeploymentId, DeviceId, PackageId, ProjectId } from "#domain/ids.ts";
import { paths } from "./paths.ts";
import { patterns } from "./patterns.ts";

const project = "harbour" as ProjectId;
const cohort = "c1" as CohortId;
const deployment = "d1" as DeploymentId;
const device = "e1" as DeviceId;

test.each([
  ["anew", paths.anew(), "/anew"],
  ["cohorts", paths.cohorts(project), "/projects/harbour/cohorts"],
  ["newCohort", paths.newCohort(project), "/projects/harbour/cohorts/new"],
  ["cohort", paths.cohort(project, cohort), "/projects/harbour/cohorts/c1"],
  ["cohortDevices", paths.cohortDevices(project, cohort), "/projects/harbour/cohorts/c1/devices"],
  ["cohortFilter", paths.cohortFilter(project, cohort), "/projects/harbour/cohorts/c1/filter"],
  ["deploy", paths.deploy(project, cohort), "/projects/harbour/cohorts/c1/deploy"],
  ["review", paths.review(project, cohort), "/projects/harbour/cohorts/c1/deploy/review"],
  ["rollout", paths.rollout(project, cohort, deployment), "/projects/harbour/cohorts/c1/deployments/d1"],
  [
    "target",
    paths.target(project, cohort, deployment, device),
    "/projects/harbour/cohorts/c1/deployments/d1/devices/e1",
  ],
  ["manifest", paths.manifest(project, cohort, deployment), "/projects/harbour/cohorts/c1/deployments/d1/manifest"],
  ["packages", paths.packages(project), "/projects/harbour/packages"],
  ["package", paths.package(project, "main" as PackageId), "/projects/harbour/packages/main"],
  ["devices", paths.devices(project), "/projects/harbour/devices"],
  ["device", paths.device(project, device), "/projects/harbour/devices/e1"],
] as const)("the path of %s is matched by its pattern", (name, path, expected) => {
  expect(path).toBe(expected);
  expect(matchPath(patterns[name], path)).not.toBeNull();
});

test("ids are escaped, so that none can leave its place in the path", () => {
  expect(paths.package(project, "a/../b?c#d" as PackageId)).toBe("/projects/harbour/packages/a%2F..%2Fb%3Fc%23d");
});

test("a search repeats lists and leaves out what is absent", () => {
  expect(paths.rollout(project, cohort, deployment, { bucket: ["failed", "pending"], term: undefined, page: 2 })).toBe(
    "/projects/harbour/cohorts/c1/deployments/d1?bucket=failed&bucket=pending&page=2",
  );
});
