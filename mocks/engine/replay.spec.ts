import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { advance } from "./advance.ts";
import { HEALTHY } from "./simulation.ts";
import { stage, type Stage } from "./stage.ts";
import type { World } from "./world.ts";

/** Two deployments over a fleet in ordinary health, the second in the middle of the first, and a device by hand. */
function lived(travel: (world: World, ms: number) => void, seed = "spec"): Stage {
  const set = stage({ ...HEALTHY, failPercent: 20 }, seed);
  const { world, fleet, external, ask, say, deploy } = set;
  fleet(300);
  const device = external("by hand");
  deploy({ main: "2.0.0" });
  travel(world, seconds(40));
  say(device, "IDLE 0 1.0.0");
  ask(device);
  travel(world, minutes(3));
  deploy({ main: "3.0.0", modem: "2.0.0" });
  travel(world, hours(5));
  return set;
}

const atOnce = (world: World, ms: number) => advance(world, world.nowMs + ms);

describe("the same seed and the same commands", () => {
  test("make the same world, to the last byte", () => {
    expect(facts(lived(atOnce))).toEqual(facts(lived(atOnce)));
  });

  test("in however many steps time passes", () => {
    const inSteps = (world: World, ms: number) => {
      const toMs = world.nowMs + ms;
      for (let at = world.nowMs; at < toMs; at += 7_919) advance(world, at);
      advance(world, toMs);
    };
    expect(facts(lived(inSteps))).toEqual(facts(lived(atOnce)));
  });

  test("and another seed makes another", () => {
    expect(facts(lived(atOnce, "other")).deployments).not.toEqual(facts(lived(atOnce)).deployments);
  });

  test("an instant that has passed changes nothing", () => {
    const { world } = lived(atOnce);
    const before = world.nowMs;
    advance(world, before - hours(1));
    expect(world.nowMs).toBe(before);
  });
});

/** Everything the engine keeps of the devices and their targets. */
function facts({ world, rows, projectId }: Stage) {
  const deployments = world.rollouts.map(({ id }) => ({
    rows: rows(id),
    counts: world.rollouts.map(({ targets }) => [...targets.counts]),
  }));
  const { events } = world.projectsById.get(projectId)!;
  return { deployments, fleet: world.fleet, happened: world.happened, reports: events.count, times: events.times };
}
