import { isMarked, isSimulated, MARK, setMark } from "./fleet.ts";
import { hearsOfItMs, nextOnlineMs } from "./presence.ts";
import { EVENT, plan } from "./schedule.ts";
import { latencyMs } from "./simulated-pace.ts";
import type { World } from "./world.ts";

/** Something changed for a simulated device: it is subscribed, so it asks at once, or when it is back or awake. */
export function planAsk(world: World, device: number): void {
  if (!isSimulated(world.fleet, device) || isMarked(world.fleet, device, MARK.asks)) return;
  setMark(world.fleet, device, MARK.asks, true);
  const onlineMs = nextOnlineMs(world, device, world.nowMs + latencyMs(world, device));
  plan(world.schedule, hearsOfItMs(world, device, onlineMs), EVENT.ask, device, 0);
}
