import { planFrom, type PlanRequest } from "#domain/plan-request.ts";
import { isProblem } from "#domain/problem.ts";
import { advance } from "#mocks/engine/advance.ts";
import type { Command } from "#mocks/engine/command.ts";
import type { WindowFact } from "#mocks/engine/control-command.ts";
import { execute } from "#mocks/engine/execute.ts";
import { nextWindowFactMs, windowsToTell } from "#mocks/engine/window-facts.ts";
import type { World } from "#mocks/engine/world.ts";
import { Refusal } from "./refusal.ts";
import { nextBoundary, windowClock } from "./window-boundary.ts";

/** Whoever tells a world what the clocks of its windows do; nobody did anything. */
export const WINDOW_TELLER = "the clock";

/** What a world was told on its way, and when. */
export type Told = { readonly atMs: number; readonly commands: readonly Command[] };

/**
 * Lets a world go on to `toMs`, and tells it at each turn of a window when it turns next: time zones are the host's to
 * know. What it was told must be kept, since another host may know another table. Source: contract.md, Clocks and the log.
 * Once `mostEvents` have come it stands still before `toMs`, like `advance`.
 */
export function advanceTold(world: World, toMs: number, mostEvents = Infinity): readonly Told[] {
  const stopsAt = world.happened + mostEvents;
  const goOn = (atMs: number) => advance(world, atMs, Math.max(0, stopsAt - world.happened));
  const told: Told[] = [];
  for (let atMs = nextWindowFactMs(world); atMs <= toMs; atMs = nextWindowFactMs(world)) {
    goOn(atMs);
    if (world.nowMs < atMs) return told;
    const commands = windowsToTell(world).map(({ projectId, deploymentId, window, afterMs }): Command => {
      return { kind: "tell-window", projectId, deploymentId, nextAtMs: nextBoundary(window, afterMs).nextAtMs };
    });
    const done = commands.filter((command) => !isProblem(execute(world, command, { actor: WINDOW_TELLER, atMs })));
    if (done.length > 0) told.push({ atMs, commands: done });
    // A turn that nothing can be said of would be met for ever.
    else if (nextWindowFactMs(world) <= atMs) break;
  }
  goOn(toMs);
  return told;
}

/** How the window of a plan stands at `nowMs`, if it has one. @throws a Refusal for a plan that is none. */
export function windowFactOf(request: PlanRequest | undefined, nowMs: number): WindowFact | undefined {
  if (request?.window === undefined) return undefined;
  const plan = planFrom(request, { seed: "any", nowMs, windows: windowClock });
  if (isProblem(plan)) throw new Refusal(plan);
  return plan.window === undefined ? undefined : nextBoundary(plan.window, nowMs);
}
