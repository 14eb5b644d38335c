import { isProblem } from "#domain/problem.ts";
import { advance } from "#mocks/engine/advance.ts";
import type { Command } from "#mocks/engine/command.ts";
import { execute } from "#mocks/engine/execute.ts";
import type { Outcome } from "#mocks/engine/facts.ts";
import { nextUpTo } from "#mocks/engine/schedule.ts";
import { nextWindowFactMs, windowsToTell } from "#mocks/engine/window-facts.ts";
import type { World } from "#mocks/engine/world.ts";
import { momentsOf, type Moment } from "./moments.ts";
import { HOURS } from "./plans.ts";
import { openScene, type Scene } from "./scene.ts";

/** One entry of a log: with these, and nothing else, the same world is made again. */
export type Entry = { readonly command: Command; readonly atMs: number };

/** A history while it happens: every act and every instant at which something happens by itself is shown to `see`. */
export type Play = {
  readonly scene: Scene;
  readonly world: World;
  readonly log: readonly Entry[];
  readonly act: (command: Command) => Outcome;
  readonly travel: (ms: number) => void;
};

const BY = "spec";

/** Begins a history. */
export function beginPlay(seed: string, see: (moment: Moment) => void): Play {
  const scene = openScene(seed);
  const { world } = scene.set;
  const log: Entry[] = [];
  const momentNow = momentsOf(world);
  const act = (command: Command) => {
    const outcome = carryOut(world, { command, atMs: world.nowMs });
    if (!isProblem(outcome)) log.push({ command, atMs: world.nowMs });
    see(momentNow({ command, outcome }));
    return outcome;
  };
  const tellWindows = () => {
    for (const { projectId, deploymentId, afterMs } of windowsToTell(world)) {
      const isOpen = world.rollouts.find(({ id }) => id === deploymentId)?.window?.open === true;
      act({ kind: "tell-window", projectId, deploymentId, nextAtMs: afterMs + (isOpen ? HOURS.onMs : HOURS.offMs) });
    }
  };
  const travel = (ms: number) => {
    const toMs = world.nowMs + ms;
    while (world.nowMs < toMs) {
      // The world is told of the hours of a window as they turn, and is not taken beyond before.
      const untilMs = Math.min(toMs, Math.max(world.nowMs, nextWindowFactMs(world)));
      const nextMs = nextUpTo(world.schedule, untilMs);
      advance(world, Math.min(nextMs, untilMs));
      see(momentNow());
      tellWindows();
    }
  };
  return { scene, world, log, act, travel };
}

/** The world that a log makes, from the start or from a copy of it as it was after `from` entries. */
export function replayed(world: World, log: readonly Entry[], from: number, toMs: number): World {
  for (const entry of log.slice(from)) carryOut(world, entry);
  advance(world, toMs);
  return world;
}

function carryOut(world: World, { command, atMs }: Entry): Outcome {
  return execute(world, command, { actor: BY, atMs });
}
