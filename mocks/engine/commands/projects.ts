import { nameProblem } from "#domain/name.ts";
import type { Outcome } from "../facts.ts";
import { mintedId } from "../ids.ts";
import { newProjectState } from "../project-state.ts";
import { alreadyExists, invalid } from "../refusal.ts";
import { nextMinted, type World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";

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
