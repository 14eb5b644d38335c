import type { Outcome } from "../facts.ts";
import type { ProjectState } from "../project-state.ts";
import { conflict, invalid, notFound } from "../refusal.ts";
import type { World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";

/** No new deployment may take the version from now on; running ones go on. Source: domain.md, Glossary (yanked). */
export function yankArtifact(
  world: World,
  project: ProjectState,
  command: CommandOf<"yank-artifact">,
  actor: string,
): Outcome {
  const state = project.artifacts.get(command.artifactId);
  if (state === undefined) return notFound("artifact");
  const reason = command.reason.trim();
  if (reason === "") return invalid("reason", "Say why nobody should deploy it any more.");
  if (state.artifact.yanked !== undefined) return conflict("It was yanked already.", "Reload to see by what reason.");
  state.artifact = { ...state.artifact, yanked: { reason, atMs: world.nowMs, by: actor } };
  return { facts: { artifactId: command.artifactId } };
}

/** The version may be deployed again. */
export function unyankArtifact(_world: World, project: ProjectState, command: CommandOf<"unyank-artifact">): Outcome {
  const state = project.artifacts.get(command.artifactId);
  if (state === undefined) return notFound("artifact");
  if (command.reason.trim() === "") return invalid("reason", "Say why it may be deployed again.");
  if (state.artifact.yanked === undefined) return conflict("It is not yanked.");
  const { yanked: _ended, ...artifact } = state.artifact;
  state.artifact = artifact;
  return { facts: { artifactId: command.artifactId } };
}
