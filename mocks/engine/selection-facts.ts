import type { SelectionFacts } from "#domain/selection.ts";
import { isOver, SUBSTATES } from "#domain/target.ts";
import { somethingDiffers, unfitPackage } from "./component-fit.ts";
import { offeredRolloutOf, offeredRowOf } from "./device-places.ts";
import { isMarked, MARK, NONE } from "./fleet.ts";
import { closedNow, isInsideWindow, isPhaseOpen, isWoken, offersLeft } from "./gate.ts";
import type { RolloutState } from "./rollout-state.ts";
import { BUCKET_OF, codeOf, type TargetColumns } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * What the selection algorithm looks at for one device. `row` is its target in `rollout`; both are absent (−1) for a
 * device that no rollout means.
 */
export function selectionFacts(
  world: World,
  rollout: RolloutState | undefined,
  row: number,
  device: number,
): SelectionFacts {
  const { fleet } = world;
  const targeted = rollout !== undefined && row >= 0 ? rollout : undefined;
  const code = targeted?.targets.substate[row] ?? 0;
  const bucket = targeted === undefined ? "pending" : BUCKET_OF[code];
  const { slots, budget } = targeted === undefined || isWoken(targeted.targets, row) ? ITS_OWN : offersLeft(targeted);
  return {
    enabled: isMarked(fleet, device, MARK.enabled),
    inCohort: (fleet.cohort[device] ?? NONE) !== NONE,
    deployment: targeted?.name,
    closed: targeted === undefined ? undefined : closedNow(world, targeted),
    ended: bucket !== undefined && isOver(bucket) ? SUBSTATES[code] : undefined,
    busyWith: targeted === undefined ? undefined : busyWith(world, device, targeted)?.name,
    held: code === HELD,
    unfitPackage: targeted === undefined ? undefined : unfitPackage(world, targeted, device),
    somethingDiffers: targeted === undefined || somethingDiffers(targeted, device),
    phaseOpen: targeted === undefined || isPhaseOpen(targeted, row),
    insideWindow: targeted === undefined || isInsideWindow(targeted),
    inBackoff: code === BACKOFF,
    slotFree: slots > 0,
    budgetFree: budget > 0,
  };
}

/** A device that was woken holds its slot already. */
const ITS_OWN = { slots: 1, budget: 1 };
const HELD = codeOf("held");
const BACKOFF = codeOf("backoff");

/** The other rollout in which the device has a live attempt. */
export function busyWith(world: World, device: number, rollout: RolloutState): RolloutState | undefined {
  const offered = offeredRolloutOf(world.fleet, device);
  if (offered === NONE || offered === rollout.index) return undefined;
  const other = world.rollouts[offered];
  return other !== undefined && isLiveAt(other.targets, offeredRowOf(world.fleet, device)) ? other : undefined;
}

/** Whether the target in a row has an attempt under way. */
export function isLiveAt(targets: TargetColumns, row: number): boolean {
  return BUCKET_OF[targets.substate[row] ?? 0] === "in-progress";
}
