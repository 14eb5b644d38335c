import { isMarked, isSimulated, MARK, setMark } from "./fleet.ts";
import { hearsOfItMs, isForcedOffline, nextOnlineMs } from "./presence.ts";
import { EVENT, plan } from "./schedule.ts";
import { latencyMs } from "./simulated-pace.ts";
import type { World } from "./world.ts";

/**
 * Something changed for a simulated device: it is subscribed, so it asks at once, or when it is back or awake. The answer
 * is when it will; Infinity for a device that speaks for itself or was about to ask anyway.
 */
export function planAsk(world: World, device: number): number {
  if (!isSimulated(world.fleet, device) || isMarked(world.fleet, device, MARK.asks)) return Infinity;
  setMark(world.fleet, device, MARK.asks, true);
  if (isForcedOffline(world, device)) setMark(world.fleet, device, MARK.asksLater, true);
  const onlineMs = nextOnlineMs(world, device, world.nowMs + latencyMs(world, device));
  const asksAtMs = hearsOfItMs(world, device, onlineMs);
  plan(world.schedule, asksAtMs, EVENT.ask, device, 0);
  return asksAtMs;
}
