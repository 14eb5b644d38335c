import type { CohortId, ProjectId } from "#domain/ids.ts";
import { UNKNOWN_HEARTBEAT_MINUTES } from "#domain/device.ts";
import { isProblem } from "#domain/problem.ts";
import type { Command } from "./command.ts";
import { execute } from "./execute.ts";
import type { Facts } from "./facts.ts";
import { contactMsOf, setContactMs, setSilentUntilMs, silentUntilMsOf } from "./device-instants.ts";
import { addDeviceRow, NONE, reserveDevices, setBlueprint, setTagSet, setHeartbeatMinutes } from "./fleet.ts";
import { assignDevice } from "./membership.ts";
import {
  keepReport,
  newReportColumns,
  reportedAtMs,
  reportedCodes,
  reportedTarget,
  reportedVersion,
  type PackageState,
} from "./package-state.ts";
import type { ProjectState } from "./project-state.ts";
import { otherSlotOf, setOtherSlot } from "./simulated-work.ts";
import { openWorld, type World } from "./world.ts";

/** A world of its own in which nothing but one cohort's devices, or copies of some of them, live on. */
export type Fork = {
  readonly world: World;
  readonly projectId: ProjectId;
  readonly cohortId: CohortId;
  /** The instant at which the two worlds part. */
  readonly partedAtMs: number;
};

/**
 * A small world with copies of devices of a project in one cohort, as they are now: what they are, what they run, when
 * they are there, and the same faults. Nobody has an update under way there, and all of them are simulated, also those
 * that speak for themselves. What happens there changes nothing here.
 */
export function forkOf(world: World, project: ProjectState, devices: Int32Array): Fork {
  const { name, seed, epochMs, faults, faultsSinceMs, nowMs, simulation } = world;
  const fork = openWorld({ name, seed, epochMs, simulation });
  const act = (command: Command): Facts["facts"] => {
    const outcome = execute(fork, command, { actor: "rehearsal", atMs: nowMs });
    if (isProblem(outcome)) throw new Error(`A fork could not be made: ${outcome.message}`);
    return outcome.facts;
  };
  const projectId = project.project.id;
  act({ kind: "create-project", name: project.project.name, id: projectId });
  const { cohortId } = act({ kind: "create-cohort", projectId, name: "Rehearsal" });
  const copy = fork.projectsById.get(projectId);
  if (copy === undefined || cohortId === undefined) throw new Error("A fork has no project or no cohort.");
  fork.faults = faults;
  fork.faultsSinceMs = faultsSinceMs;
  fork.texts.texts.splice(0, Infinity, ...world.texts.texts);
  for (const [text, number] of world.texts.numbers) fork.texts.numbers.set(text, number);
  copyCatalogue(project, copy, devices);
  copyDevices(world, fork, devices);
  return { world: fork, projectId, cohortId, partedAtMs: nowMs };
}

function copyCatalogue(from: ProjectState, to: ProjectState, devices: Int32Array): void {
  for (const [id, tag] of from.tags) to.tags.set(id, tag);
  for (const [id, blueprint] of from.blueprints) to.blueprints.set(id, blueprint);
  to.blueprintIds.push(...from.blueprintIds);
  to.tagSets.splice(0, Infinity, ...from.tagSets);
  for (const [key, number] of from.tagSetNumbers) to.tagSetNumbers.set(key, number);
  for (const [id, state] of from.artifacts) to.artifacts.set(id, { ...state, usedBy: 0 });
  for (const [id, about] of from.packages) to.packages.set(id, packageCopy(about, devices));
}

function packageCopy(about: PackageState, devices: Int32Array): PackageState {
  const reported = newReportColumns();
  devices.forEach((device, row) => {
    const atMs = reportedAtMs(about.reported, device);
    if (atMs === 0) return;
    const { state, reason } = reportedCodes(about.reported, device);
    const [version, target] = [reportedVersion(about.reported, device), reportedTarget(about.reported, device)];
    keepReport(reported, row, version, target, state, reason, atMs);
  });
  return { ...about, reported };
}

/** What of a device goes with it. Where it stands in a rollout, or in an update, does not. */
function copyDevices(world: World, fork: World, devices: Int32Array): void {
  reserveDevices(fork.fleet, devices.length);
  for (const device of devices) {
    const row = addDeviceRow(fork.fleet, world.fleet.keys[device] ?? 0, 0, world.nowMs);
    setBlueprint(fork.fleet, row, world.fleet.blueprint[device] ?? NONE);
    setTagSet(fork.fleet, row, world.fleet.tagSet[device] ?? 0);
    setHeartbeatMinutes(fork.fleet, row, world.fleet.heartbeatMinutes[device] ?? UNKNOWN_HEARTBEAT_MINUTES);
    setContactMs(fork.fleet, row, contactMsOf(world.fleet, device));
    setSilentUntilMs(fork.fleet, row, silentUntilMsOf(world.fleet, device));
    setOtherSlot(fork.fleet, row, otherSlotOf(world.fleet, device));
    assignDevice(fork, row, 0);
  }
}
