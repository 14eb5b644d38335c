import { nameProblem } from "#domain/name.ts";
import type { Outcome } from "../facts.ts";
import { mintedId } from "../ids.ts";
import { isMarked, MARK } from "../fleet.ts";
import { newProjectState, type ProjectState } from "../project-state.ts";
import { alreadyExists, invalid } from "../refusal.ts";
import { nextMinted, type World } from "../world.ts";
import { deleteCohort } from "./cohorts.ts";
import type { CommandOf } from "./command-of.ts";
import { removeDevice } from "./devices.ts";

/** Makes an empty project. */
export function createProject(world: World, { name, id }: CommandOf<"create-project">): Outcome {
  const problem = nameProblem(name);
  if (problem !== undefined) return invalid("name", problem);
  if (id !== undefined && world.projectsById.has(id)) return alreadyExists("id", "project already exists");
  const projectId = id ?? mintedId("project", world.seedHash, nextMinted(world));
  const project = newProjectState(world.projects.length, {
    id: projectId,
    name: name.trim(),
    organizationId: world.organization.id,
    createdAtMs: world.nowMs,
  });
  world.projects.push(project);
  world.projectsById.set(projectId, project);
  return { facts: { projectId } };
}

/** Gives a project another name; its id stays. */
export function renameProject(project: ProjectState, { projectId, name }: CommandOf<"rename-project">): Outcome {
  const problem = nameProblem(name);
  if (problem !== undefined) return invalid("name", problem);
  project.project = { ...project.project, name: name.trim() };
  return { facts: { projectId } };
}

/** Deletes a project with everything in it: its devices are unknown from now on, its deployments are over. */
export function deleteProject(world: World, project: ProjectState): Outcome {
  const { fleet } = world;
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.project[device] === project.index && !isMarked(fleet, device, MARK.deleted)) removeDevice(world, device);
  }
  const projectId = project.project.id;
  for (const { id } of [...project.cohorts.values()].filter(({ archived }) => !archived)) {
    deleteCohort(world, project, { kind: "delete-cohort", projectId, cohortId: id });
  }
  world.projectsById.delete(projectId);
  return { facts: { projectId } };
}
