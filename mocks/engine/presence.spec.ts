import { expect, test } from "vitest";
import { hours, minutes } from "#lib/duration.ts";
import { lastSeenMs } from "./presence.ts";
import { FLAWLESS } from "./simulation.ts";
import { stage } from "./stage.ts";

test("who was away or dark is never said afterwards to have been seen then", () => {
  const set = stage({ ...FLAWLESS, offlinePercent: 60, failPercent: 60, byReason: { stall: 1 } });
  const { world, deploy, fleet, travel } = set;
  fleet(30, { heartbeatMinutes: 60 });
  deploy({ main: "2.0.0" });
  const seen = Array.from({ length: 30 }, (_, device) => lastSeenMs(world, device));
  const untilMs = world.nowMs + hours(48);
  while (world.nowMs < untilMs) {
    const lookedMs = world.nowMs;
    travel(minutes(10));
    for (const [device, beforeMs] of seen.entries()) {
      const nowMs = lastSeenMs(world, device);
      // What is told later than it was is told of a time at which the device was not there.
      expect(nowMs === beforeMs || nowMs > lookedMs).toBe(true);
      seen[device] = nowMs;
    }
  }
});
