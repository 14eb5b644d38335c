import { AUDITED_KINDS, type AuditedObject } from "#domain/audit-entry.ts";
import type { DeploymentId } from "#domain/ids.ts";
import type { Command } from "./command.ts";
import type { By, Facts } from "./facts.ts";
import { NONE } from "./fleet.ts";
import type { ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/** An act on very many devices names the first so many things. Source: audit-entry.ts. */
const OBJECTS_KEPT = 100;

/**
 * Writes down in the audit what somebody did, once it is done. What devices say and what the host tells is no act.
 * Source: domain.md, Invariants (13).
 */
export function keepAct(world: World, command: Command, { facts }: Facts, by: By): void {
  const fields = ABOUT.get(command.kind.slice(command.kind.indexOf("-") + 1));
  const projectId = facts.projectId ?? ("projectId" in command ? command.projectId : undefined);
  const project = projectId === undefined ? undefined : world.projectsById.get(projectId);
  if (fields === undefined || project === undefined) return;
  const named: Readonly<Record<string, unknown>> = { ...command, ...nestedIn(command), ...facts };
  const deploymentId = facts.deploymentId ?? ("deploymentId" in command ? command.deploymentId : undefined);
  const objects = [
    ...fields.flatMap((field) => objectsIn(field, named[field])),
    ...(deploymentId === undefined ? [] : cohortOf(world, project, deploymentId)),
  ];
  const reason = "reason" in command ? (command.reason?.trim() ?? "") : "";
  project.audit.push({
    atMs: world.nowMs,
    by: { actor: by.actor },
    act: command.kind,
    objects: objects.slice(0, OBJECTS_KEPT),
    ...(reason === "" ? {} : { reason }),
  });
}

/** What an act on each noun is about: fields of the command or of what came of it, the thing itself first. */
const ABOUT: ReadonlyMap<string, readonly string[]> = new Map([
  ["project", ["projectId"]],
  ["tag", ["tagId"]],
  ["blueprint", ["blueprintId"]],
  ["package", ["packageId"]],
  ["artifact", ["artifactId", "packageId"]],
  ["device", ["deviceId", "cohortId"]],
  ["devices", ["cohortId", "deviceId"]],
  ["membership", ["deviceId"]],
  ["cohort", ["cohortId"]],
  ["deployment", ["deploymentId"]],
  ["target", ["deviceId", "deploymentId"]],
  ["targets", ["deploymentId", "deviceId"]],
]);

/** Ids that stand deeper in a command than its other ones. */
function nestedIn(command: Command): Readonly<Record<string, unknown>> {
  switch (command.kind) {
    case "assign-devices":
      return { deviceId: command.deviceIds };
    case "update-device":
      return { cohortId: command.change.cohortId };
    case "retry-targets":
      return "deviceIds" in command.chosen ? { deviceId: command.chosen.deviceIds } : {};
    default:
      return {};
  }
}

/** `cohortId` with one id, or with many. */
function objectsIn(field: string, value: unknown): readonly AuditedObject[] {
  const kind = AUDITED_KINDS.find((known) => `${known}Id` === field);
  if (kind === undefined) return [];
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  return ids.flatMap((id) => (typeof id === "string" ? { kind, id } : []));
}

function cohortOf(world: World, { rollouts }: ProjectState, deploymentId: DeploymentId): readonly AuditedObject[] {
  const cohort = world.cohorts[world.rollouts[rollouts.get(deploymentId) ?? NONE]?.cohort ?? NONE];
  return cohort === undefined ? [] : [{ kind: "cohort", id: cohort.id }];
}
