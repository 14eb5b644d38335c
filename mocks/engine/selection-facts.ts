import type { SelectionFacts } from "#domain/selection.ts";
import { isOver, SUBSTATES } from "#domain/target.ts";
import { somethingDiffers, unfitPackage } from "./component-fit.ts";
import { offeredRolloutOf, offeredRowOf } from "./device-places.ts";
import { isMarked, MARK, NONE } from "./fleet.ts";
import { closedNow, isInsideWindow, isPhaseOpen, isWoken, offersLeft, offersUntold } from "./gate.ts";
import type { RolloutState } from "./rollout-state.ts";
import { BUCKET_OF, codeOf, type TargetColumns } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * What the selection algorithm looks at, as it is when the algorithm asks: it stops at the first condition that fails,
 * and what comes behind that need not be looked up for a million devices. Hence a class: one small object.
 */
class FactsOfTarget implements SelectionFacts {
  private readonly world: World;
  private readonly rollout: RolloutState | undefined;
  private readonly row: number;
  private readonly device: number;
  private readonly asks: boolean;

  constructor(world: World, rollout: RolloutState | undefined, row: number, device: number, asks: boolean) {
    this.world = world;
    this.asks = asks;
    this.rollout = rollout !== undefined && (row >= 0 || isStillToMean(world, rollout, device)) ? rollout : undefined;
    this.row = row;
    this.device = device;
  }

  get enabled() {
    return isMarked(this.world.fleet, this.device, MARK.enabled);
  }
  get inCohort() {
    return (this.world.fleet.cohort[this.device] ?? NONE) !== NONE;
  }
  get deployment() {
    return this.rollout?.name;
  }
  get closed() {
    return this.rollout === undefined ? undefined : closedNow(this.world, this.rollout);
  }
  get ended() {
    const bucket = this.rollout === undefined ? "pending" : BUCKET_OF[this.code];
    return bucket !== undefined && isOver(bucket) ? SUBSTATES[this.code] : undefined;
  }
  get busyWith() {
    return this.rollout === undefined ? undefined : busyWith(this.world, this.device, this.rollout)?.name;
  }
  get held() {
    return this.code === HELD;
  }
  get unfitPackage() {
    return this.rollout === undefined ? undefined : unfitPackage(this.world, this.rollout, this.device);
  }
  get somethingDiffers() {
    return this.rollout === undefined || somethingDiffers(this.rollout, this.device);
  }
  get phaseOpen() {
    return this.rollout === undefined || isPhaseOpen(this.rollout, this.row);
  }
  get insideWindow() {
    return this.rollout === undefined || isInsideWindow(this.rollout);
  }
  get inBackoff() {
    return this.code === BACKOFF;
  }
  get slotFree() {
    return this.offersLeft.slots > 0;
  }
  get budgetFree() {
    return this.offersLeft.budget > 0;
  }

  private get code() {
    return this.rollout?.targets.substate[this.row] ?? 0;
  }
  private get offersLeft() {
    if (this.rollout === undefined) return FREE;
    if (this.asks) return offersLeft(this.rollout);
    return isWoken(this.rollout.targets, this.row) ? FREE : offersUntold(this.rollout);
  }
}

/**
 * What the selection algorithm looks at for one device. `row` is its target in `rollout`; both are absent (−1) for a
 * device that no rollout means. One that `asks` takes what is free; of one that does not, a slot of which others were
 * told is seen as taken: they are about to.
 */
export function selectionFacts(
  world: World,
  rollout: RolloutState | undefined,
  row: number,
  device: number,
  asks: boolean,
): SelectionFacts {
  return new FactsOfTarget(world, rollout, row, device, asks);
}

/** A scheduled or queued deployment has no targets before it starts, yet it is what its cohort's devices wait for. */
function isStillToMean({ fleet }: World, { cohort, plan, startedAtMs }: RolloutState, device: number): boolean {
  const meansAll = typeof plan.targeting === "string";
  return meansAll && startedAtMs === undefined && fleet.cohort[device] === cohort;
}

const FREE = { slots: 1, budget: 1 };
const HELD = codeOf("held");
const BACKOFF = codeOf("backoff");

/** The other rollout in which the device has a live attempt. */
export function busyWith(world: World, device: number, rollout: RolloutState): RolloutState | undefined {
  const offered = offeredRolloutOf(world.fleet, device);
  if (offered === NONE || offered === rollout.index) return undefined;
  const other = world.rollouts[offered];
  return other !== undefined && isLiveAt(other.targets, offeredRowOf(world, device)) ? other : undefined;
}

/** Whether the target in a row has an attempt under way. */
export function isLiveAt(targets: TargetColumns, row: number): boolean {
  return BUCKET_OF[targets.substate[row] ?? 0] === "in-progress";
}
