import type {
  ArtifactId,
  BlueprintId,
  CohortId,
  DeploymentId,
  DeviceId,
  PackageId,
  ProjectId,
  TagId,
  UploadId,
} from "#domain/ids.ts";
import { deploymentOf } from "#mocks/engine/read-deployments.ts";
import { cohortOf } from "#mocks/engine/read-cohorts.ts";
import type { World } from "#mocks/engine/world.ts";
import { organizationOf, projectOf } from "#mocks/engine/read-projects.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Deployment } from "#domain/deployment.ts";
import { found } from "./answer.ts";
import { worldOf, type Call } from "./visit.ts";

/** The kinds of ids that stand in a path, by the name of their parameter. */
type PathIds = {
  projectId: ProjectId;
  cohortId: CohortId;
  deploymentId: DeploymentId;
  deviceId: DeviceId;
  tagId: TagId;
  blueprintId: BlueprintId;
  packageId: PackageId;
  artifactId: ArtifactId;
  uploadId: UploadId;
};

/** An id out of the path. It may name nothing; whoever looks it up finds out. */
export function pathId<Name extends keyof PathIds>(call: Call, name: Name): PathIds[Name] {
  return asId(call.req.param(name) ?? "");
}

// Texts from outside become ids here, at the border, and nowhere else in the backend.
/* oxlint-disable typescript/no-unnecessary-type-parameters, typescript/no-unsafe-type-assertion */
/** A text from outside as an id of whatever kind is wanted. */
export function asId<Id extends string>(text: string): Id {
  return text as Id;
}

/** The ids in a list from outside. */
export function asIds<Id extends string>(texts: readonly string[]): readonly Id[] {
  return texts.map((text) => asId<Id>(text));
}
/* oxlint-enable typescript/no-unnecessary-type-parameters, typescript/no-unsafe-type-assertion */

/** The project of the path. @throws a Refusal when it is not there, or not of the organization of the path. */
export function projectIdOf(call: Call): ProjectId {
  const projectId = pathId(call, "projectId");
  const organizationId = call.req.param("organizationId");
  const organization = organizationOf(worldOf(call));
  if (organizationId !== undefined) {
    found(organizationId === organization.id ? organization : undefined, "organization not found");
  }
  found(projectOf(worldOf(call), projectId), "project not found");
  return projectId;
}

/** The cohort of the path, now or in a world of the past; archived ones are found too, so that their links still work. */
export function cohortOfPath(call: Call, world: World = worldOf(call)): Cohort {
  const cohort = cohortOf(world, projectIdOf(call), pathId(call, "cohortId"));
  return found(cohort, "cohort not found");
}

/** The deployment of the path, now or in a world of the past. @throws a Refusal when it is not there, or not of the cohort of the path. */
export function deploymentOfPath(call: Call, world: World = worldOf(call)): Deployment {
  const cohort = cohortOfPath(call, world);
  const deployment = deploymentOf(world, projectIdOf(call), pathId(call, "deploymentId"));
  return found(deployment?.cohortId === cohort.id ? deployment : undefined, "deployment not found");
}
