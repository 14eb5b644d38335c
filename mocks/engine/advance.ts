import { changeTarget } from "./change-target.ts";
import { isSimulated, MARK, NONE, setMark } from "./fleet.ts";
import { deviceFreed } from "./offer.ts";
import { planAsk } from "./plan-ask.ts";
import { isOnline } from "./presence.ts";
import { readAhead } from "./read-ahead.ts";
import { EVENT, nextUpTo, takeNext } from "./schedule.ts";
import { simulatedAsk, simulatedBlocks, simulatedStep } from "./simulated-device.ts";
import { generationOf } from "./simulated-work.ts";
import { codeOf } from "./target-columns.ts";
import { thawDue } from "./freeze.ts";
import { lookAt } from "./look-at.ts";
import { moveDue } from "./pending-moves.ts";
import { becameReady, passOn } from "./wake.ts";
import type { World } from "./world.ts";
import { INSTANT, instantAt, setInstant } from "./target-instants.ts";

/**
 * Lets everything happen that happens by itself up to and at `toMs`, in order. An instant that has passed changes
 * nothing; in how many steps the world is taken somewhere makes no difference. Source: contract.md, Clocks and the log.
 *
 * Once `mostEvents` have come, the world stands at the last instant that is over, before `toMs`: whatever is done to it
 * there comes after all of that instant, as when the log is replayed.
 */
export function advance(world: World, toMs: number, mostEvents = Infinity): void {
  const stopsAt = world.happened + mostEvents;
  let ahead = 0;
  for (let atMs = nextUpTo(world.schedule, toMs); atMs <= toMs; atMs = nextUpTo(world.schedule, toMs)) {
    if (world.happened >= stopsAt && atMs > world.nowMs) return;
    if (ahead === 0) ahead = readAhead(world);
    ahead -= 1;
    const { kind, subject, detail } = takeNext(world.schedule);
    world.nowMs = Math.max(world.nowMs, atMs);
    world.happened += 1;
    if (kind === EVENT.due) world.timeLimits += 1;
    if (kind === EVENT.due) targetDue(world, subject, detail);
    else if (kind === EVENT.look) lookAt(world, subject);
    else if (kind === EVENT.thaw) thawDue(world, subject);
    else if (kind === EVENT.move) moveDue(world, subject);
    else deviceActs(world, kind, subject, detail);
  }
  world.nowMs = Math.max(world.nowMs, toMs);
}

function deviceActs(world: World, kind: number, device: number, generation: number): void {
  const { fleet, nowMs } = world;
  if (kind === EVENT.ask) setMark(fleet, device, MARK.asks, false);
  if (!isSimulated(fleet, device)) {
    if (kind === EVENT.ask) passOn(world, device);
    return;
  }
  if (kind === EVENT.ask) {
    if (isOnline(world, device, nowMs)) return simulatedAsk(world, device);
    planAsk(world, device);
    return passOn(world, device);
  }
  if (generationOf(fleet, device) !== generation) return;
  if (kind === EVENT.blocks) simulatedBlocks(world, device);
  else simulatedStep(world, device);
}

/** A target's time is up, unless it moved on since the event was planned. */
function targetDue(world: World, rolloutIndex: number, row: number): void {
  const rollout = world.rollouts[rolloutIndex];
  if (rollout === undefined || instantAt(rollout.targets.instants, row, INSTANT.planned) !== world.nowMs) return;
  setInstant(rollout.targets.instants, row, INSTANT.planned, 0);
  const device = rollout.targets.device[row] ?? NONE;
  const { freed } = changeTarget(world, rollout, row, { kind: "tick", atMs: world.nowMs });
  if (freed) deviceFreed(world, device);
  if (rollout.targets.substate[row] === READY) becameReady(world, rollout, row);
}

const READY = codeOf("waiting-offline");
