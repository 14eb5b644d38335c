import type { CohortFilter } from "#domain/cohort.ts";
import { isEmptyFilter } from "#domain/cohort-filter.ts";
import { nameProblem } from "#domain/name.ts";
import type { Problem } from "#domain/problem.ts";
import { activeRollout } from "../active-rollout.ts";
import { cancelRest, completeRollout, type ClosedBy } from "../close-rollout.ts";
import { keepMoment } from "../cohort-moments.ts";
import type { Outcome } from "../facts.ts";
import { NONE } from "../fleet.ts";
import { mintedId } from "../ids.ts";
import { assignDevice, filterMatches, settleMembership } from "../membership.ts";
import { moveAt } from "../pending-moves.ts";
import type { CohortState, ProjectState } from "../project-state.ts";
import { alreadyExists, invalid, notFound, unprocessable } from "../refusal.ts";
import { nextMinted, type World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";
import { deviceRow } from "./device-row.ts";
import { unknownTag } from "./tags.ts";

/** Makes a cohort; with a filter it is dynamic and takes the devices that nobody placed. */
export function createCohort(world: World, project: ProjectState, command: CommandOf<"create-cohort">): Outcome {
  const problem = cohortNameProblem(project, command.name) ?? ownFilterProblem(project, command.filter);
  if (problem !== undefined) return problem;
  const cohort: CohortState = {
    index: world.cohorts.length,
    project: project.index,
    id: mintedId("cohort", world.seedHash, nextMinted(world)),
    name: command.name.trim(),
    filter: command.filter,
    deviceCount: 0,
    membershipRevision: 0,
    rollouts: [],
    active: NONE,
    queue: [],
    archived: false,
    protected: false,
    frozen: undefined,
    moments: [],
    createdAtMs: world.nowMs,
    updatedAtMs: world.nowMs,
  };
  keepMoment(world, cohort);
  world.cohorts.push(cohort);
  project.cohorts.set(cohort.id, cohort);
  settleDynamic(world, cohort);
  return { facts: { cohortId: cohort.id } };
}

/** Changes the name or the filter of a cohort. */
export function updateCohort(world: World, project: ProjectState, command: CommandOf<"update-cohort">): Outcome {
  const cohort = livingCohort(project, command.cohortId);
  if (cohort === undefined) return notFound("cohort");
  const { name, filter } = command;
  const problem =
    (name === undefined ? undefined : cohortNameProblem(project, name, cohort)) ?? ownFilterProblem(project, filter);
  if (problem !== undefined) return problem;
  if (filter !== undefined && cohort.filter === undefined) {
    return invalid("filter", "A manual cohort has no filter. Create a dynamic cohort instead.");
  }
  cohort.name = name?.trim() ?? cohort.name;
  cohort.filter = filter ?? cohort.filter;
  cohort.updatedAtMs = world.nowMs;
  keepMoment(world, cohort);
  if (filter !== undefined) settleDynamic(world, cohort);
  return { facts: { cohortId: cohort.id } };
}

/** Deletes a cohort; one that ever deployed is archived: gone from lists, its past can still be read. */
export function deleteCohort(world: World, project: ProjectState, { cohortId }: CommandOf<"delete-cohort">): Outcome {
  const cohort = livingCohort(project, cohortId);
  if (cohort === undefined) return notFound("cohort");
  cohort.archived = true;
  cohort.updatedAtMs = world.nowMs;
  keepMoment(world, cohort);
  const active = activeRollout(world, cohort);
  for (const rollout of cohort.rollouts.map((index) => world.rollouts[index])) {
    if (rollout?.waits !== undefined) cancelRest(world, rollout, false, DELETED);
  }
  const { fleet } = world;
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.cohort[device] === cohort.index) assignDevice(world, device, NONE);
  }
  if (active !== undefined && active.closed === undefined) completeRollout(world, active, DELETED);
  if (cohort.rollouts.length === 0) project.cohorts.delete(cohortId);
  return { facts: { cohortId } };
}

const DELETED: ClosedBy = { by: { rule: "cohort-deleted" } };

/**
 * Moves devices into a cohort, or out of the one they are in, now or at the instant given; none when one of them does not
 * exist. The answer counts those that are in another cohort than before.
 */
export function assignDevices(world: World, project: ProjectState, command: CommandOf<"assign-devices">): Outcome {
  const cohort = command.cohortId === undefined ? undefined : livingCohort(project, command.cohortId);
  if (command.cohortId !== undefined && cohort === undefined) return notFound("cohort", "cohortId");
  const devices = new Set(command.deviceIds.map((deviceId) => deviceRow(world, project, deviceId)));
  if (devices.has(NONE)) return notFound("device", "deviceIds");
  let moved = 0;
  for (const device of devices) {
    const before = world.fleet.cohort[device];
    moveAt(world, device, cohort?.index ?? NONE, command.effectiveAtMs);
    if (world.fleet.cohort[device] !== before) moved += 1;
  }
  return { facts: { moved } };
}

/** A cohort that was not deleted. */
export function livingCohort(project: ProjectState, cohortId: CohortState["id"]): CohortState | undefined {
  const cohort = project.cohorts.get(cohortId);
  return cohort?.archived === false ? cohort : undefined;
}

/** Who matches comes in and who no longer does goes, unless somebody placed them. */
function settleDynamic(world: World, cohort: CohortState): void {
  if (cohort.filter === undefined) return;
  const { fleet } = world;
  for (let device = 0; device < fleet.count; device += 1) {
    if (fleet.cohort[device] === cohort.index || filterMatches(world, cohort, device)) settleMembership(world, device);
  }
}

/** What is wrong with a filter that a cohort is to have. Source: contract.md, Operations. */
function ownFilterProblem(project: ProjectState, filter: CohortFilter | undefined): Problem | undefined {
  if (filter === undefined || !isEmptyFilter(filter)) return filterProblem(project, filter);
  return unprocessable("filter", "Name at least one tag or blueprint. Without any, every device would match.");
}

/** What a filter names that does not exist; the field is `filter`. */
export function filterProblem(project: ProjectState, filter: CohortFilter | undefined): Problem | undefined {
  if (filter === undefined) return undefined;
  if (filter.blueprintIds.some((id) => !project.blueprints.has(id))) return notFound("blueprint", "filter");
  return unknownTag(project, filter.tagIds, "filter");
}

function cohortNameProblem(project: ProjectState, name: string, except?: CohortState): Problem | undefined {
  const problem = nameProblem(name);
  if (problem !== undefined) return invalid("name", problem);
  const taken = [...project.cohorts.values()].some(
    (cohort) => !cohort.archived && cohort !== except && cohort.name === name.trim(),
  );
  return taken ? alreadyExists("name", "cohort name already being used", "Choose another name.") : undefined;
}
