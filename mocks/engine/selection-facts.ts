import type { DeploymentState } from "#domain/deployment.ts";
import { closedReason, deploymentState } from "#domain/deployment-state.ts";
import type { SelectionFacts } from "#domain/selection.ts";
import { isOver, SUBSTATES } from "#domain/target.ts";
import { somethingDiffers, unfitPackage } from "./component-fit.ts";
import { isMarked, MARK, NONE } from "./fleet.ts";
import type { RolloutState } from "./rollout-state.ts";
import { BUCKET_OF, codeOf, type TargetColumns } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * What the selection algorithm looks at for one device. `row` is its target in `rollout`; both are absent (−1) for a
 * device that no rollout means. Under the all-at-once plan phase, window, slot and budget are always open.
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
  return {
    enabled: isMarked(fleet, device, MARK.enabled),
    inCohort: (fleet.cohort[device] ?? NONE) !== NONE,
    deployment: targeted?.name,
    closed: targeted === undefined ? undefined : closedReason(stateOf(targeted)),
    ended: bucket !== undefined && isOver(bucket) ? SUBSTATES[code] : undefined,
    busyWith: targeted === undefined ? undefined : busyWith(world, device, targeted)?.name,
    held: code === HELD,
    unfitPackage: targeted === undefined ? undefined : unfitPackage(world, targeted, device),
    somethingDiffers: targeted === undefined || somethingDiffers(targeted, device),
    phaseOpen: true,
    insideWindow: true,
    inBackoff: code === BACKOFF,
    slotFree: true,
    budgetFree: true,
  };
}

const HELD = codeOf("held");
const BACKOFF = codeOf("backoff");

/** The other rollout in which the device has a live attempt. */
export function busyWith(world: World, device: number, rollout: RolloutState): RolloutState | undefined {
  const offered = world.fleet.offeredRollout[device] ?? NONE;
  if (offered === NONE || offered === rollout.index) return undefined;
  const other = world.rollouts[offered];
  return other !== undefined && isLiveAt(other.targets, world.fleet.offeredRow[device] ?? NONE) ? other : undefined;
}

/** Whether the target in a row has an attempt under way. */
export function isLiveAt(targets: TargetColumns, row: number): boolean {
  return BUCKET_OF[targets.substate[row] ?? 0] === "in-progress";
}

/** The state of a rollout as a whole. */
export function stateOf(rollout: RolloutState): DeploymentState {
  return deploymentState({
    closed: rollout.closed,
    waits: undefined,
    stopped: undefined,
    everOffered: rollout.everOffered,
    settled: isSettledNow(rollout.targets),
    targeting: rollout.plan.targeting === "continuous" ? "continuous" : "fixed",
  });
}

/** Whether no target is Pending or In Progress. */
export function isSettledNow({ counts }: TargetColumns): boolean {
  return BUCKET_OF.every((bucket, code) => isOver(bucket) || (counts[code] ?? 0) === 0);
}
