import type { Blueprint } from "#domain/blueprint.ts";
import type { BlueprintId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import type { Outcome } from "../facts.ts";
import { isMarked, MARK } from "../fleet.ts";
import { mintedId } from "../ids.ts";
import type { ProjectState } from "../project-state.ts";
import { alreadyExists, conflict, notFound } from "../refusal.ts";
import { nextMinted, type World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";
import { labelProblem } from "./label-problem.ts";

/** Makes a blueprint; its name is unique in the project. */
export function createBlueprint(
  world: World,
  project: ProjectState,
  { name, platform, boardId }: CommandOf<"create-blueprint">,
): Outcome {
  const problem = blueprintNameProblem(project, name);
  if (problem !== undefined) return problem;
  const blueprintId = mintedId("blueprint", world.seedHash, nextMinted(world));
  project.blueprintIds.push(blueprintId);
  project.blueprints.set(blueprintId, {
    id: blueprintId,
    name: name.trim(),
    ...(platform === undefined ? {} : { platform }),
    ...(boardId === undefined ? {} : { boardId }),
    createdAtMs: world.nowMs,
  });
  return { facts: { blueprintId } };
}

/** Changes what is given of a blueprint. */
export function updateBlueprint(
  _world: World,
  project: ProjectState,
  { blueprintId, name, platform, boardId }: CommandOf<"update-blueprint">,
): Outcome {
  const blueprint = project.blueprints.get(blueprintId);
  if (blueprint === undefined) return notFound("blueprint");
  const problem = name === undefined ? undefined : blueprintNameProblem(project, name, blueprintId);
  if (problem !== undefined) return problem;
  const changed: Blueprint = {
    ...blueprint,
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(platform === undefined ? {} : { platform }),
    ...(boardId === undefined ? {} : { boardId }),
  };
  project.blueprints.set(blueprintId, changed);
  return { facts: { blueprintId } };
}

/** Deletes a blueprint that no device, artifact or cohort filter names. */
export function deleteBlueprint(
  world: World,
  project: ProjectState,
  { blueprintId }: CommandOf<"delete-blueprint">,
): Outcome {
  if (!project.blueprints.has(blueprintId)) return notFound("blueprint");
  const isNamed =
    isOnADevice(world, project, blueprintId) ||
    [...project.artifacts.values()].some(({ artifact }) => artifact.blueprintId === blueprintId) ||
    [...project.cohorts.values()].some(
      ({ archived, filter }) => !archived && (filter?.blueprintIds.includes(blueprintId) ?? false),
    );
  if (isNamed)
    return conflict("blueprint in use", "Take it off the devices, artifacts and filters that name it first.");
  project.blueprints.delete(blueprintId);
  return { facts: { blueprintId } };
}

function isOnADevice({ fleet }: World, project: ProjectState, blueprintId: BlueprintId): boolean {
  const number = project.blueprintIds.indexOf(blueprintId);
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.blueprint[device] !== number || fleet.project[device] !== project.index) continue;
    if (!isMarked(fleet, device, MARK.deleted)) return true;
  }
  return false;
}

function blueprintNameProblem(project: ProjectState, name: string, except?: BlueprintId): Problem | undefined {
  const problem = labelProblem("blueprint", name);
  if (problem !== undefined) return problem;
  const taken = [...project.blueprints.values()].some(({ id, name: other }) => other === name.trim() && id !== except);
  return taken ? alreadyExists("name", "blueprint name already being used") : undefined;
}
