import type { RolloutState } from "./rollout-state.ts";
import { EVENT, plan } from "./schedule.ts";
import type { World } from "./world.ts";

/** A rollout is looked at once more at `atMs`, if not before: a soak is over, a time has come. */
export function lookAgainAt(world: World, rollout: RolloutState, atMs: number): void {
  if (atMs >= rollout.pace.looksAtMs && rollout.pace.looksAtMs > world.nowMs) return;
  rollout.pace.looksAtMs = atMs;
  plan(world.schedule, atMs, EVENT.look, rollout.index, 0);
}
