import type { Problem } from "#domain/problem.ts";
import type { TagId } from "#domain/ids.ts";
import type { Outcome } from "../facts.ts";
import { mintedId } from "../ids.ts";
import type { ProjectState } from "../project-state.ts";
import { alreadyExists, conflict, notFound } from "../refusal.ts";
import { nextMinted, type World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";
import { labelProblem } from "./label-problem.ts";

/** Makes a tag; its name is unique in the project. */
export function createTag(world: World, project: ProjectState, { name }: CommandOf<"create-tag">): Outcome {
  const problem = tagNameProblem(project, name);
  if (problem !== undefined) return problem;
  const tagId = mintedId("tag", world.seedHash, nextMinted(world));
  project.tags.set(tagId, { id: tagId, name: name.trim(), createdAtMs: world.nowMs });
  return { facts: { tagId } };
}

/** Gives a tag another name. */
export function renameTag(_world: World, project: ProjectState, { tagId, name }: CommandOf<"rename-tag">): Outcome {
  const tag = project.tags.get(tagId);
  if (tag === undefined) return notFound("tag");
  const problem = tagNameProblem(project, name, tagId);
  if (problem !== undefined) return problem;
  project.tags.set(tagId, { ...tag, name: name.trim() });
  return { facts: { tagId } };
}

/** Deletes a tag and takes it off every device. One that an artifact or a cohort's filter names stays. */
export function deleteTag(_world: World, project: ProjectState, { tagId }: CommandOf<"delete-tag">): Outcome {
  if (!project.tags.has(tagId)) return notFound("tag");
  const isNamed =
    [...project.artifacts.values()].some(({ artifact }) => artifact.tagIds.includes(tagId)) ||
    [...project.cohorts.values()].some(
      ({ archived, filter }) => !archived && (filter?.tagIds.includes(tagId) ?? false),
    );
  if (isNamed) return conflict("tag in use", "Remove it from the artifacts and cohort filters that name it first.");
  project.tags.delete(tagId);
  project.tagSets.forEach((tagIds, number) => {
    if (!tagIds.includes(tagId)) return;
    project.tagSetNumbers.delete(tagIds.join(","));
    project.tagSets[number] = tagIds.filter((id) => id !== tagId);
  });
  return { facts: { tagId } };
}

/** The first of the tags that a project does not have, as a refusal. */
export function unknownTag(project: ProjectState, tagIds: readonly TagId[], field = "tagIds"): Problem | undefined {
  return tagIds.every((tagId) => project.tags.has(tagId)) ? undefined : notFound("tag", field);
}

function tagNameProblem(project: ProjectState, name: string, except?: TagId): Problem | undefined {
  const problem = labelProblem("tag", name);
  if (problem !== undefined) return problem;
  const taken = [...project.tags.values()].some((tag) => tag.name === name.trim() && tag.id !== except);
  return taken ? alreadyExists("name", "tag name already being used") : undefined;
}
