import { changeTarget } from "./change-target.ts";
import { isSimulated, MARK, NONE, setMark } from "./fleet.ts";
import { deviceFreed } from "./offer.ts";
import { planAsk } from "./plan-ask.ts";
import { isOnline } from "./presence.ts";
import { EVENT, nextUpTo, takeNext } from "./schedule.ts";
import { simulatedAsk, simulatedBlocks, simulatedStep } from "./simulated-device.ts";
import { generationOf } from "./simulated-work.ts";
import { BUCKET_OF } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * Lets everything happen that happens by itself up to and at `toMs`, in order. An instant that has passed changes
 * nothing; in how many steps the world is taken somewhere makes no difference. Source: contract.md, Clocks and the log.
 */
export function advance(world: World, toMs: number): void {
  for (let atMs = nextUpTo(world.schedule, toMs); atMs <= toMs; atMs = nextUpTo(world.schedule, toMs)) {
    const { kind, subject, detail } = takeNext(world.schedule);
    world.nowMs = Math.max(world.nowMs, atMs);
    world.happened += 1;
    if (kind === EVENT.due) world.timeLimits += 1;
    if (kind === EVENT.due) targetDue(world, subject, detail);
    else deviceActs(world, kind, subject, detail);
  }
  world.nowMs = Math.max(world.nowMs, toMs);
}

function deviceActs(world: World, kind: number, device: number, generation: number): void {
  const { fleet, nowMs } = world;
  if (kind === EVENT.ask) setMark(fleet, device, MARK.asks, false);
  if (!isSimulated(fleet, device)) return;
  if (kind === EVENT.ask) {
    if (isOnline(world, device, nowMs)) simulatedAsk(world, device);
    else planAsk(world, device);
    return;
  }
  if (generationOf(fleet, device) !== generation) return;
  if (kind === EVENT.blocks) simulatedBlocks(world, device);
  else simulatedStep(world, device);
}

/** A target's time is up, unless it moved on since the event was planned. */
function targetDue(world: World, rolloutIndex: number, row: number): void {
  const rollout = world.rollouts[rolloutIndex];
  if (rollout === undefined || rollout.targets.plannedMs[row] !== world.nowMs) return;
  rollout.targets.plannedMs[row] = 0;
  const device = rollout.targets.device[row] ?? NONE;
  const { freed } = changeTarget(world, rollout, row, { kind: "tick", atMs: world.nowMs });
  if (freed) deviceFreed(world, device);
  if (BUCKET_OF[rollout.targets.substate[row] ?? 0] === "pending") planAsk(world, device);
}
