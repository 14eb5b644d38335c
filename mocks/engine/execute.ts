import { isProblem } from "#domain/problem.ts";
import { advance } from "./advance.ts";
import { keepAct } from "./audited-act.ts";
import type { Command } from "./command.ts";
import { createArtifact, deleteArtifact } from "./commands/artifacts.ts";
import { createBlueprint, deleteBlueprint, updateBlueprint } from "./commands/blueprints.ts";
import { assignDevices, createCohort, deleteCohort, updateCohort } from "./commands/cohorts.ts";
import { startDeployment } from "./commands/deployments.ts";
import { ask, deviceLog, fetchBytes, report } from "./commands/device-side.ts";
import { createDevice, deleteDevice, updateDevice } from "./commands/devices.ts";
import { setFaults } from "./commands/faults.ts";
import { createPackage, deletePackage, updatePackage } from "./commands/packages.ts";
import { updateOrganization } from "./commands/organization.ts";
import { createProject, deleteProject, renameProject } from "./commands/projects.ts";
import { createTag, deleteTag, renameTag } from "./commands/tags.ts";
import { executeControl } from "./execute-control.ts";
import type { By, Outcome } from "./facts.ts";
import type { ProjectState } from "./project-state.ts";
import { notFound } from "./refusal.ts";
import type { World } from "./world.ts";

/**
 * Takes the world to `by.atMs` and carries one command out there: wholly, or with a problem not at all.
 * What a problem says and which field it names is decided in `commands/`. Source: contract.md, Clocks and the log.
 */
export function execute(world: World, command: Command, by: By): Outcome {
  advance(world, by.atMs);
  const outcome = carryOut(world, command, by);
  if (!isProblem(outcome)) keepAct(world, command, outcome, by);
  return outcome;
}

function carryOut(world: World, command: Command, by: By): Outcome {
  switch (command.kind) {
    case "update-organization":
      return updateOrganization(world, command);
    case "create-project":
      return createProject(world, command);
    case "ask":
      return ask(world, command);
    case "report":
      return report(world, command);
    case "fetch-bytes":
      return fetchBytes(world, command);
    case "device-log":
      return deviceLog(world, command);
    case "set-faults":
      return setFaults(world, command);
    default: {
      const project = world.projectsById.get(command.projectId);
      return project === undefined ? notFound("project") : executeInProject(world, project, command, by);
    }
  }
}

type ProjectCommand = Extract<Command, { readonly projectId: unknown }>;

function executeInProject(world: World, project: ProjectState, command: ProjectCommand, by: By): Outcome {
  switch (command.kind) {
    case "rename-project":
      return renameProject(project, command);
    case "delete-project":
      return deleteProject(world, project);
    case "create-tag":
      return createTag(world, project, command);
    case "rename-tag":
      return renameTag(world, project, command);
    case "delete-tag":
      return deleteTag(world, project, command);
    case "create-blueprint":
      return createBlueprint(world, project, command);
    case "update-blueprint":
      return updateBlueprint(world, project, command);
    case "delete-blueprint":
      return deleteBlueprint(world, project, command);
    case "create-package":
      return createPackage(world, project, command);
    case "update-package":
      return updatePackage(world, project, command);
    case "delete-package":
      return deletePackage(world, project, command);
    case "create-artifact":
      return createArtifact(world, project, command);
    case "delete-artifact":
      return deleteArtifact(world, project, command);
    case "create-device":
      return createDevice(world, project, command);
    case "update-device":
      return updateDevice(world, project, command);
    case "delete-device":
      return deleteDevice(world, project, command);
    case "create-cohort":
      return createCohort(world, project, command);
    case "update-cohort":
      return updateCohort(world, project, command);
    case "delete-cohort":
      return deleteCohort(world, project, command);
    case "assign-devices":
      return assignDevices(world, project, command);
    case "start-deployment":
      return startDeployment(world, project, command, by.actor);
    default:
      return executeControl(world, project, command, by);
  }
}
