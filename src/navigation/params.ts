import { useParams } from "react-router";
import type { Params } from "react-router";
import type { CohortId, DeploymentId, DeviceId, PackageId, ProjectId } from "#domain/ids.ts";
import { PageNotFound } from "./page-not-found.ts";

/** The project a loader's params name. @throws PageNotFound when they name none. */
export function projectIdOf(params: Params): ProjectId {
  return required(params, "projectId");
}

/** The cohort a loader's params name. @throws PageNotFound when they name none. */
export function cohortIdOf(params: Params): CohortId {
  return required(params, "cohortId");
}

/** The deployment a loader's params name. @throws PageNotFound when they name none. */
export function deploymentIdOf(params: Params): DeploymentId {
  return required(params, "deploymentId");
}

/** The device a loader's params name. @throws PageNotFound when they name none. */
export function deviceIdOf(params: Params): DeviceId {
  return required(params, "deviceId");
}

/** The package a loader's params name. @throws PageNotFound when they name none. */
export function packageIdOf(params: Params): PackageId {
  return required(params, "packageId");
}

/** The project of the page. */
export function useProjectId(): ProjectId {
  return projectIdOf(useParams());
}

/** The cohort of the page. */
export function useCohortId(): CohortId {
  return cohortIdOf(useParams());
}

/** The deployment of the page. */
export function useDeploymentId(): DeploymentId {
  return deploymentIdOf(useParams());
}

/** The device of the page. */
export function useDeviceId(): DeviceId {
  return deviceIdOf(useParams());
}

/** The package of the page. */
export function usePackageId(): PackageId {
  return packageIdOf(useParams());
}

type Ids = {
  readonly projectId: ProjectId;
  readonly cohortId: CohortId;
  readonly deploymentId: DeploymentId;
  readonly deviceId: DeviceId;
  readonly packageId: PackageId;
};

function required<Name extends keyof Ids>(params: Params, name: Name): Ids[Name] {
  const value = params[name];
  if (value === undefined || value.trim() === "") throw new PageNotFound(`The address names no ${name}.`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- branding: an id is whatever the address says it is
  return value as Ids[Name];
}
