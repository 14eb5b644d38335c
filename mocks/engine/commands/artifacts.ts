import { ARTIFACT_MAX_BYTES } from "#domain/artifact.ts";
import { versionProblem } from "#domain/name.ts";
import type { PackageId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import { isRange } from "#domain/version-range.ts";
import type { Outcome } from "../facts.ts";
import { mintedId } from "../ids.ts";
import type { ProjectState } from "../project-state.ts";
import { alreadyExists, conflict, invalid, notFound } from "../refusal.ts";
import { nextMinted, type World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";
import { unknownTag } from "./tags.ts";

/** What decides whether an artifact can be kept: everything but its bytes. */
type Judged = Omit<CommandOf<"create-artifact">, "kind" | "projectId" | "sha256" | "type" | "content">;

/**
 * Keeps an artifact whose file was judged and hashed already. One variant of one version of one package exists once,
 * whatever its content. Source: contract.md, Errors ("artifact already exists").
 */
export function createArtifact(world: World, project: ProjectState, command: CommandOf<"create-artifact">): Outcome {
  const problem = artifactProblem(project, command);
  if (problem !== undefined) return problem;
  const artifactId = mintedId("artifact", world.seedHash, nextMinted(world));
  const { packageId, blueprintId, sizeBytes, sha256, type, content } = command;
  project.artifacts.set(artifactId, {
    artifact: {
      id: artifactId,
      packageId,
      version: command.version.trim(),
      ...(blueprintId === undefined ? {} : { blueprintId }),
      tagIds: tagsOf(command),
      requires: requirementsOf(project, command),
      sizeBytes,
      sha256,
      type,
      createdAtMs: world.nowMs,
    },
    content,
    usedBy: 0,
  });
  return { facts: { artifactId } };
}

/** Why a file that is yet to come could not be kept; absent: it could. Asked before its bytes are sent. */
export function artifactRefusal(world: World, projectId: ProjectId, about: Judged): Problem | undefined {
  const project = world.projectsById.get(projectId);
  return project === undefined ? notFound("project") : artifactProblem(project, about);
}

/** Deletes an artifact that no deployment names. */
export function deleteArtifact(
  _world: World,
  project: ProjectState,
  { artifactId }: CommandOf<"delete-artifact">,
): Outcome {
  const state = project.artifacts.get(artifactId);
  if (state === undefined) return notFound("artifact");
  if (state.usedBy > 0) return conflict("artifact in use", "A deployment names it, so it is kept for the record.");
  project.artifacts.delete(artifactId);
  return { facts: { artifactId } };
}

function artifactProblem(project: ProjectState, command: Judged): Problem | undefined {
  if (!project.packages.has(command.packageId)) return notFound("package", "packageId");
  const problem = versionProblem(command.version);
  if (problem !== undefined) return invalid("version", problem);
  if (command.sizeBytes <= 0) return invalid("content", "The file is empty. Choose one with at least 1 byte.");
  if (command.sizeBytes > ARTIFACT_MAX_BYTES) {
    return { problem: "too-large", field: "content", message: "A file has at most 52,428,800 bytes (50 MiB)." };
  }
  if (command.blueprintId !== undefined && !project.blueprints.has(command.blueprintId)) {
    return notFound("blueprint", "blueprintId");
  }
  return unknownTag(project, command.tagIds) ?? requirementProblem(project, command) ?? takenVariant(project, command);
}

function requirementProblem(project: ProjectState, { requires }: Judged): Problem | undefined {
  const ids = new Set<string>(project.packages.keys());
  for (const [packageId, range] of Object.entries(requires)) {
    if (!ids.has(packageId)) return notFound("package", "requires");
    if (!isRange(range)) return invalid("requires", `"${range}" is not a range of versions, such as ">=1.2.0 <2.0.0".`);
  }
  return undefined;
}

function takenVariant(project: ProjectState, command: Judged): Problem | undefined {
  const version = command.version.trim();
  const tags = tagsOf(command).join(",");
  const taken = [...project.artifacts.values()].some(
    ({ artifact }) =>
      artifact.packageId === command.packageId &&
      artifact.version === version &&
      artifact.blueprintId === command.blueprintId &&
      artifact.tagIds.join(",") === tags,
  );
  if (!taken) return undefined;
  return alreadyExists("version", "artifact already exists", "Give this file a version of its own.");
}

function tagsOf({ tagIds }: Judged): Judged["tagIds"] {
  return [...new Set(tagIds)].toSorted();
}

/** What an artifact requires, under the project's own package ids. */
function requirementsOf(
  project: ProjectState,
  { requires }: CommandOf<"create-artifact">,
): ReadonlyMap<PackageId, string> {
  return new Map(
    [...project.packages.keys()].flatMap((packageId) => {
      // A package may be called like a part of a prototype.
      const range = Object.hasOwn(requires, packageId) ? requires[packageId] : undefined;
      return range === undefined ? [] : [[packageId, range] as const];
    }),
  );
}
