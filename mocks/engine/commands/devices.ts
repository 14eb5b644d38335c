import { hardwareIdsProblem } from "#domain/hardware-ids.ts";
import { nameProblem } from "#domain/name.ts";
import type { CohortId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import type { DeviceChange } from "../command.ts";
import { keepDeviceMoment } from "../device-moments.ts";
import { deviceNamed, freeName, giveName } from "../device-names.ts";
import type { Outcome } from "../facts.ts";
import { currentRolloutFor, currentRowOf } from "../device-places.ts";
import { addDeviceRow, isMarked, MARK, NONE, setBlueprint, setMark, setTagSet } from "../fleet.ts";
import { deviceIdAt, deviceKeys } from "../ids.ts";
import { keepBeforeChange } from "../kept-variants.ts";
import { judge } from "../offer.ts";
import { assignDevice, joinRollout, moveDevice, retireDevice, settleMembership } from "../membership.ts";
import { moveAt, withdrawMove } from "../pending-moves.ts";
import { tagSetNumber, type ProjectState } from "../project-state.ts";
import { alreadyExists, invalid, notFound } from "../refusal.ts";
import { stopSimulating } from "../simulated-device.ts";
import type { World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";
import { deviceRow } from "./device-row.ts";
import { unknownTag } from "./tags.ts";

/** Makes a device. The engine never acts for it: it speaks over HTTP, or not at all. */
export function createDevice(world: World, project: ProjectState, command: CommandOf<"create-device">): Outcome {
  const { name, hardwareIds, tagIds, blueprintId, cohortId } = command;
  const problem =
    deviceNameProblem(world, project, name) ?? placeProblem(world, project, { hardwareIds, tagIds, ...known(command) });
  if (problem !== undefined) return problem;
  const device = addDeviceRow(world.fleet, deviceKeys(world.seedHash)(world.fleet.count), project.index, world.nowMs);
  setMark(world.fleet, device, MARK.external, true);
  giveName(world, device, name.trim());
  world.names.hardware.set(device, hardwareIds);
  setTagSet(world.fleet, device, tagSetNumber(project, tagIds));
  setBlueprint(world.fleet, device, blueprintId === undefined ? NONE : project.blueprintIds.indexOf(blueprintId));
  if (cohortId === undefined) settleMembership(world, device);
  else assignDevice(world, device, project.cohorts.get(cohortId)?.index ?? NONE);
  return { facts: { deviceId: deviceIdAt(world.seedHash, device) } };
}

/** Changes what is given of a device. */
export function updateDevice(world: World, project: ProjectState, command: CommandOf<"update-device">): Outcome {
  const { change, deviceId } = command;
  const device = deviceRow(world, project, deviceId);
  if (device === NONE) return notFound("device");
  const renamed = change.name === undefined ? undefined : deviceNameProblem(world, project, change.name, device);
  const problem = renamed ?? placeProblem(world, project, change, device);
  if (problem !== undefined) return problem;
  const { fleet } = world;
  keepDeviceMoment(world, device);
  fleet.updated.set(device, world.nowMs);
  if (change.name !== undefined) giveName(world, device, change.name.trim());
  if (change.hardwareIds !== undefined) world.names.hardware.set(device, change.hardwareIds);
  if (change.tagIds !== undefined || change.blueprintId !== undefined) keepBeforeChange(world, device);
  if (change.tagIds !== undefined) setTagSet(fleet, device, tagSetNumber(project, change.tagIds));
  if (change.blueprintId !== undefined) {
    setBlueprint(fleet, device, change.blueprintId === null ? NONE : project.blueprintIds.indexOf(change.blueprintId));
  }
  if (change.enabled !== undefined) setEnabled(world, device, change.enabled);
  if (change.cohortId === undefined) settleMembership(world, device);
  else moveAt(world, device, cohortIndex(project, change.cohortId), command.effectiveAtMs);
  judgeAgain(world, device);
  return { facts: { deviceId } };
}

/** Takes back a change of cohort that is still to come. */
export function withdrawMembership(
  world: World,
  project: ProjectState,
  { deviceId }: CommandOf<"withdraw-membership">,
): Outcome {
  const device = deviceRow(world, project, deviceId);
  if (device === NONE) return notFound("device");
  if (!withdrawMove(world, device)) return notFound("pending membership");
  return { facts: { deviceId } };
}

/** Deletes a device; what it was a target of keeps it as decommissioned. */
export function deleteDevice(world: World, project: ProjectState, { deviceId }: CommandOf<"delete-device">): Outcome {
  const device = deviceRow(world, project, deviceId);
  if (device === NONE) return notFound("device");
  keepDeviceMoment(world, device);
  removeDevice(world, device);
  return { facts: { deviceId } };
}

/** Takes a device out of the world for good. */
export function removeDevice(world: World, device: number): void {
  retireDevice(world, device);
  moveDevice(world, device, NONE);
  stopSimulating(world, device);
  freeName(world, device);
  withdrawMove(world, device);
  setMark(world.fleet, device, MARK.deleted, true);
}

function cohortIndex(project: ProjectState, cohortId: CohortId | null): number {
  return cohortId === null ? NONE : (project.cohorts.get(cohortId)?.index ?? NONE);
}

function setEnabled(world: World, device: number, enabled: boolean): void {
  const { fleet } = world;
  if (isMarked(fleet, device, MARK.enabled) === enabled) return;
  const cohort = world.cohorts[fleet.cohort[device] ?? NONE];
  if (cohort !== undefined) cohort.membershipRevision += 1;
  if (enabled) {
    setMark(fleet, device, MARK.enabled, true);
    return joinRollout(world, device);
  }
  retireDevice(world, device);
  stopSimulating(world, device);
}

/** Another blueprint or other tags may decide anew whether anything fits. */
function judgeAgain(world: World, device: number): void {
  const rollout = currentRolloutFor(world, device);
  if (rollout !== undefined) judge(world, rollout, currentRowOf(world.fleet, device), device);
}

function deviceNameProblem(world: World, project: ProjectState, name: string, except = NONE): Problem | undefined {
  const problem = nameProblem(name);
  if (problem !== undefined) return invalid("name", problem);
  const holder = deviceNamed(world, project.index, name.trim());
  return holder === NONE || holder === except ? undefined : alreadyExists("name", "device name already being used");
}

function placeProblem(world: World, project: ProjectState, change: DeviceChange, device = NONE): Problem | undefined {
  const { blueprintId, cohortId, hardwareIds, tagIds } = change;
  if (blueprintId !== undefined && blueprintId !== null && !project.blueprints.has(blueprintId)) {
    return notFound("blueprint", "blueprintId");
  }
  const cohort = cohortId === undefined || cohortId === null ? undefined : project.cohorts.get(cohortId);
  if (typeof cohortId === "string" && (cohort === undefined || cohort.archived)) return notFound("cohort", "cohortId");
  return unknownTag(project, tagIds ?? []) ?? hardwareProblem(world, project, hardwareIds ?? [], device);
}

function hardwareProblem(
  world: World,
  project: ProjectState,
  hardwareIds: readonly string[],
  device: number,
): Problem | undefined {
  const problem = hardwareIdsProblem(hardwareIds);
  if (problem !== undefined) return invalid("hardwareIds", problem);
  for (const [other, ids] of world.names.hardware) {
    if (other === device || world.fleet.project[other] !== project.index) continue;
    if (isMarked(world.fleet, other, MARK.deleted) || !ids.some((id) => hardwareIds.includes(id))) continue;
    return alreadyExists("hardwareIds", "hardware id already being used");
  }
  return undefined;
}

function known({ blueprintId, cohortId }: CommandOf<"create-device">): DeviceChange {
  return { ...(blueprintId === undefined ? {} : { blueprintId }), ...(cohortId === undefined ? {} : { cohortId }) };
}
