import { filterTakes } from "#domain/cohort-filter.ts";
import type { EndedSubstate } from "#domain/life.ts";
import { activeRollout } from "./active-rollout.ts";
import { changeTarget } from "./change-target.ts";
import { tagIdsOf, blueprintIdOf } from "./component-fit.ts";
import { currentRolloutFor, currentRowOf, offeredRolloutFor, offeredRowOf, setCurrentPlace } from "./device-places.ts";
import { isMarked, MARK, NONE, setCohort, setMark } from "./fleet.ts";
import { keepMove } from "./move-log.ts";
import { judge } from "./offer.ts";
import { phaseOfJoiner } from "./phase-order.ts";
import type { CohortState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { addTarget } from "./rollout-targets.ts";
import { SUBSTATES } from "#domain/target.ts";
import { rowOf } from "./target-columns.ts";
import { becameReady } from "./wake.ts";
import type { World } from "./world.ts";

/** Puts a device into a cohort (−1: into none): it leaves what its old one deploys and joins what the new one does. */
export function moveDevice(world: World, device: number, cohort: number): void {
  const { fleet, cohorts } = world;
  const before = fleet.cohort[device] ?? NONE;
  if (before === cohort) return;
  keepMove(world, device);
  countMember(cohorts[before], -1, world.nowMs);
  // In none while it leaves: what starts because it left is not for it any more.
  setCohort(fleet, device, NONE);
  leaveRollout(world, device, "left-cohort");
  setCohort(fleet, device, cohort);
  countMember(cohorts[cohort], 1, world.nowMs);
  joinRollout(world, device);
}

/** An operator's choice of cohort; it wins over dynamic ones. Taken out by hand, a device may be taken by one again. */
export function assignDevice(world: World, device: number, cohort: number): void {
  setMark(world.fleet, device, MARK.manual, cohort !== NONE);
  moveDevice(world, device, cohort === NONE ? dynamicCohortFor(world, device) : cohort);
}

/** Sees to it that a device that nobody placed is in the oldest dynamic cohort that matches it. */
export function settleMembership(world: World, device: number): void {
  if (isMarked(world.fleet, device, MARK.manual | MARK.deleted)) return;
  moveDevice(world, device, dynamicCohortFor(world, device));
}

/** The device takes part again, or for the first time, in what its cohort deploys to late joiners. */
export function joinRollout(world: World, device: number): void {
  const { fleet } = world;
  const cohort = world.cohorts[fleet.cohort[device] ?? NONE];
  const rollout = cohort === undefined ? undefined : activeRollout(world, cohort);
  if (rollout === undefined || !isMarked(fleet, device, MARK.enabled)) return;
  const known = rowOf(rollout.targets, device);
  const takesJoiners = rollout.closed === undefined && rollout.plan.targeting === "continuous";
  if (known < 0 && !takesJoiners) return;
  const row = known < 0 ? addTarget(world, rollout, device, phaseOfJoiner(world, rollout, device)) : known;
  setCurrentPlace(fleet, device, rollout.index, row);
  if (takesJoiners && hasGone(rollout, row)) changeTarget(world, rollout, row, { kind: "reopen", atMs: world.nowMs });
  judge(world, rollout, row, device);
  becameReady(world, rollout, row);
}

function leaveRollout(world: World, device: number, substate: EndedSubstate): void {
  const { fleet, nowMs } = world;
  const rollout = currentRolloutFor(world, device);
  if (rollout !== undefined) {
    changeTarget(world, rollout, currentRowOf(fleet, device), { kind: "end", atMs: nowMs, substate });
  }
  setCurrentPlace(fleet, device, NONE, NONE);
}

/** A device is gone or disabled: whatever it was still busy with ends too, and nothing that starts then is for it. */
export function retireDevice(world: World, device: number): void {
  setMark(world.fleet, device, MARK.enabled, false);
  leaveRollout(world, device, "decommissioned");
  const offered = offeredRolloutFor(world, device);
  if (offered === undefined) return;
  const row = offeredRowOf(world, device);
  changeTarget(world, offered, row, { kind: "end", atMs: world.nowMs, substate: "decommissioned" });
}

/** Whether a cohort is dynamic and its filter takes a device of its project. */
export function filterMatches(world: World, { filter, project }: CohortState, device: number): boolean {
  if (filter === undefined || world.fleet.project[device] !== project) return false;
  return filterTakes(filter, { blueprintId: blueprintIdOf(world, device), tagIds: tagIdsOf(world, device) });
}

/** Among dynamic cohorts that match a device the oldest wins; −1: none matches. Source: domain.md, Glossary (cohort). */
function dynamicCohortFor(world: World, device: number): number {
  const cohort = world.cohorts.find((cohort) => !cohort.archived && filterMatches(world, cohort, device));
  return cohort?.index ?? NONE;
}

function countMember(cohort: CohortState | undefined, by: number, atMs: number): void {
  if (cohort === undefined) return;
  cohort.deviceCount += by;
  cohort.membershipRevision += 1;
  cohort.updatedAtMs = atMs;
}

function hasGone({ targets }: RolloutState, row: number): boolean {
  const substate = SUBSTATES[targets.substate[row] ?? 0];
  return substate === "left-cohort" || substate === "decommissioned";
}
