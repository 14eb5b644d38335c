import { seconds } from "#lib/duration.ts";
import { currentRolloutFor, currentRowOf } from "./device-places.ts";
import { isSimulated, NONE } from "./fleet.ts";
import { closedNow, isInsideWindow, isPhaseOpen, isWoken, offersUntold } from "./gate.ts";
import { planAsk } from "./plan-ask.ts";
import type { RolloutState } from "./rollout-state.ts";
import { codeOf, FLAG } from "./target-columns.ts";
import type { World } from "./world.ts";

/** Nobody else is told of the slot of a device that asks within this time; who comes later takes what there is then. */
const ASKS_SOON_MS = seconds(60);

/**
 * Fills the free slots: who is next in line is told that there is something new. No more are told than there are slots,
 * but none is kept for them: who asks first gets it, for nobody is told of a device over HTTP when it will ask. Devices
 * that are away are told too and not counted. Costs as much as there are devices to wake.
 */
export function wake(world: World, rollout: RolloutState): void {
  if (rollout.startedAtMs === undefined) return;
  if (closedNow(world, rollout) === undefined && isInsideWindow(rollout)) {
    let free = freeOffers(rollout);
    while (free > 0) {
      const row = nextInLine(rollout);
      if (row === NONE) break;
      if (wakeRow(world, rollout, row)) free -= 1;
    }
  }
  gateMoved(world, rollout);
}

/** All devices of a rollout that nothing holds back are told that there is something new: each asks when it hears of it. */
export function tellTargets(world: World, { pace, targets }: RolloutState): void {
  pace.untold = false;
  for (let row = 0; row < targets.count; row += 1) planAsk(world, targets.device[row] ?? NONE);
}

/** A target became ready: where nothing but the device is waited for, it is told at once. */
export function becameReady(world: World, rollout: RolloutState, row: number): void {
  if (!rollout.pace.limited) {
    planAsk(world, rollout.targets.device[row] ?? NONE);
    return;
  }
  waitInLine(world, rollout, row);
  wake(world, rollout);
}

/** A ready target that asked was refused for what its rollout does: it is the next to be told when that changes. */
export function waitInLine(world: World, rollout: RolloutState, row: number): void {
  const { pace, targets } = rollout;
  const isMeant = targets.substate[row] === READY && isPhaseOpen(rollout, row) && rollout.closed === undefined;
  if (isMeant && isSimulated(world.fleet, targets.device[row] ?? NONE)) pace.queue.push(row);
}

/** A target that was told of a slot asks, or is no longer ready. Whether it had been told. */
export function forgetWoken({ pace, targets }: RolloutState, row: number): boolean {
  const flags = targets.flags[row] ?? 0;
  if ((flags & FLAG.woken) === 0) return false;
  targets.flags[row] = flags & ~FLAG.woken;
  pace.woken -= 1;
  return true;
}

/** A device that was told does not ask after all, now: the next is told of its slot. */
export function passOn(world: World, device: number): void {
  const rollout = currentRolloutFor(world, device);
  if (rollout !== undefined && forgetWoken(rollout, currentRowOf(world.fleet, device))) wake(world, rollout);
}

/** When what holds all waiting targets of a rollout back is something else than before, whoever watches reads them again. */
export function gateMoved(world: World, rollout: RolloutState): void {
  const { pace, targets } = rollout;
  const { slots, budget } = offersUntold(rollout);
  const gate =
    (closedNow(world, rollout) === undefined ? 1 : 0) +
    (isInsideWindow(rollout) ? 2 : 0) +
    (slots > 0 ? 4 : 0) +
    (budget > 0 ? 8 : 0) +
    16 * (pace.openPhase + 1);
  if (gate === pace.gate) return;
  pace.gate = gate;
  targets.lastRevision += 1;
  targets.waitsRevision = targets.lastRevision;
}

function freeOffers(rollout: RolloutState): number {
  const { slots, budget } = offersUntold(rollout);
  return Math.min(slots, budget);
}

/** Whether it is counted as one that will ask. */
function wakeRow(world: World, { pace, targets }: RolloutState, row: number): boolean {
  const asksAtMs = planAsk(world, targets.device[row] ?? NONE);
  if (!pace.limited || asksAtMs - world.nowMs > ASKS_SOON_MS) return false;
  targets.flags[row] = (targets.flags[row] ?? 0) | FLAG.woken;
  pace.woken += 1;
  return true;
}

/** The next row that is ready, of an open phase and not about to ask already. */
function nextInLine(rollout: RolloutState): number {
  const { pace, targets } = rollout;
  while (pace.queueHead < pace.queue.length) {
    const row = pace.queue[pace.queueHead] ?? NONE;
    pace.queueHead += 1;
    if (isReady(rollout, row)) return row;
  }
  if (pace.queueHead > 0) {
    pace.queue = [];
    pace.queueHead = 0;
  }
  while (pace.cursor < pace.ranked.length) {
    const row = pace.ranked[pace.cursor] ?? NONE;
    if ((targets.phase[row] ?? 0) > pace.openPhase) break;
    pace.cursor += 1;
    if (isReady(rollout, row)) return row;
  }
  return NONE;
}

function isReady(rollout: RolloutState, row: number): boolean {
  return rollout.targets.substate[row] === READY && !isWoken(rollout.targets, row) && isPhaseOpen(rollout, row);
}

const READY = codeOf("waiting-offline");
