import { isProblem } from "#domain/problem.ts";
import { currentRolloutOf } from "#mocks/engine/device-places.ts";
import { isMarked, MARK } from "#mocks/engine/fleet.ts";
import { deviceIndexOf } from "#mocks/engine/ids.ts";
import type { World } from "#mocks/engine/world.ts";
import type { CohortId, DeviceId } from "#domain/ids.ts";
import type { Invariant } from "./invariant.ts";
import type { Done } from "./moments.ts";

/** What people said of where devices belong. Cohorts and devices by index. */
type Said = {
  /** Whom somebody put into a cohort. */
  readonly placed: Map<number, number>;
  /** What is still to come. */
  readonly later: Map<number, { readonly cohort: number; readonly atMs: number }>;
  readonly gone: Set<number>;
};

/** Where a device is follows from what was said of it, from its tags and its board; and only there it is a target. */
export const MEMBERSHIP: Invariant = {
  number: 14,
  text: "A device is in the cohort it was put into, else in the oldest whose filter takes it, and a target only of what its own project deploys.",
  begin: () => {
    let said: Said | undefined;
    return ({ world, done }) => {
      said ??= saidAtFirst(world);
      comeTrue(world, said);
      if (done !== undefined && !isProblem(done.outcome)) hear(world, done.command, said);
      return wrongPlace(world, said) ?? wrongCount(world) ?? wrongProject(world);
    };
  },
};

const NONE = -1;

function saidAtFirst(world: World): Said {
  const placed = new Map<number, number>();
  for (let device = 0; device < world.fleet.count; device += 1) {
    if (isMarked(world.fleet, device, MARK.manual)) placed.set(device, world.fleet.cohort[device] ?? NONE);
  }
  return { placed, later: new Map(), gone: new Set() };
}

/** What was put off until now is so, unless its cohort is no more. */
function comeTrue({ cohorts, nowMs }: World, { placed, later }: Said): void {
  for (const [device, { cohort, atMs }] of later) {
    if (atMs > nowMs) continue;
    later.delete(device);
    if (cohort === NONE) placed.delete(device);
    else if (cohorts[cohort]?.archived === false) placed.set(device, cohort);
  }
}

function hear(world: World, command: Done["command"], said: Said): void {
  switch (command.kind) {
    case "assign-devices":
      for (const deviceId of command.deviceIds) put(world, deviceId, command.cohortId, command.effectiveAtMs, said);
      return;
    case "update-device": {
      const { cohortId } = command.change;
      if (cohortId !== undefined) put(world, command.deviceId, cohortId ?? undefined, command.effectiveAtMs, said);
      return;
    }
    case "withdraw-membership":
      said.later.delete(indexOf(world, command.deviceId));
      return;
    case "delete-device":
      goes(indexOf(world, command.deviceId), said);
      return;
    case "delete-cohort": {
      const cohort = world.cohorts.findIndex(({ id }) => id === command.cohortId);
      for (const [device, there] of said.placed) if (there === cohort) said.placed.delete(device);
      return;
    }
    case "delete-project": {
      const { fleet, projects } = world;
      const deleted = projects.findIndex(({ project }) => project.id === command.projectId);
      for (let device = 0; device < fleet.count; device += 1) if (fleet.project[device] === deleted) goes(device, said);
      return;
    }
    default:
  }
}

function put(world: World, deviceId: DeviceId, cohortId: CohortId | undefined, atMs = 0, said: Said): void {
  const device = indexOf(world, deviceId);
  const cohort = world.cohorts.findIndex(({ id }) => id === cohortId);
  said.later.delete(device);
  if (atMs > world.nowMs) said.later.set(device, { cohort, atMs });
  else if (cohort === NONE) said.placed.delete(device);
  else said.placed.set(device, cohort);
}

function goes(device: number, { gone, later, placed }: Said): void {
  gone.add(device);
  later.delete(device);
  placed.delete(device);
}

function wrongPlace(world: World, { gone, placed }: Said): string | undefined {
  const { fleet } = world;
  for (let device = 0; device < fleet.count; device += 1) {
    const wanted = gone.has(device) ? NONE : (placed.get(device) ?? oldestThatTakes(world, device));
    const there = fleet.cohort[device];
    if (there !== wanted) return `device ${device} is in cohort ${there} and not in ${wanted}`;
  }
  return undefined;
}

/** Written from domain.md anew, not taken from the engine. */
function oldestThatTakes({ cohorts, fleet, projects }: World, device: number): number {
  const project = fleet.project[device] ?? 0;
  const tags = new Set(projects[project]?.tagSets[fleet.tagSet[device] ?? 0]);
  const board = projects[project]?.blueprintIds[fleet.blueprint[device] ?? NONE];
  return cohorts.findIndex((cohort) => {
    if (cohort.project !== project || cohort.archived || cohort.filter === undefined) return false;
    const { blueprintIds, tagIds } = cohort.filter;
    return (
      tagIds.every((tag) => tags.has(tag)) && (blueprintIds.length === 0 || blueprintIds.some((id) => id === board))
    );
  });
}

function wrongCount({ cohorts, fleet }: World): string | undefined {
  for (const [at, { deviceCount, name }] of cohorts.entries()) {
    const there = fleet.cohort.subarray(0, fleet.count).filter((cohort) => cohort === at).length;
    if (there !== deviceCount) return `${name} counts ${deviceCount} devices and has ${there}`;
  }
  return undefined;
}

/** What a device is a target of belongs to its project, and what means it now to its cohort. */
function wrongProject({ cohorts, fleet, rollouts }: World): string | undefined {
  for (const { cohort, name, project, targets } of rollouts) {
    if (cohorts[cohort]?.project !== project) return `${name} is for a cohort of another project`;
    const stranger = targets.device.subarray(0, targets.count).find((device) => fleet.project[device] !== project);
    if (stranger !== undefined) return `${name} means device ${stranger} of another project`;
  }
  for (let device = 0; device < fleet.count; device += 1) {
    const current = rollouts[currentRolloutOf(fleet, device)];
    if (current !== undefined && current.cohort !== fleet.cohort[device]) {
      return `device ${device} is meant by ${current.name} and not of its cohort`;
    }
  }
  return undefined;
}

function indexOf({ seedHash }: World, deviceId: DeviceId): number {
  return deviceIndexOf(seedHash, deviceId);
}
