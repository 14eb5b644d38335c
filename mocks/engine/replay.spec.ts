import { describe, expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { advance } from "./advance.ts";
import { execute } from "./execute.ts";
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

  test("when no more than so much comes at a time, with whatever is done where the world then stands", () => {
    const bitByBit = (world: World, ms: number) => {
      const toMs = world.nowMs + ms;
      while (world.nowMs < toMs) {
        const stoodAt = world.nowMs;
        advance(world, toMs, 10);
        // All of the instant that it stands at is over.
        const happened = world.happened;
        advance(world, world.nowMs);
        expect(world.happened).toBe(happened);
        expect(world.nowMs).toBeGreaterThan(stoodAt);
      }
    };
    expect(facts(lived(bitByBit))).toEqual(facts(lived(atOnce)));
  });

  test("also of rollouts by plans, with everything people do to them", () => {
    const planned = (travel: (world: World, ms: number) => void, copied: (world: World) => World) => {
      const set = stage({ ...HEALTHY, failPercent: 20 }, "planned");
      set.fleet(400);
      const id = set.deploy({ main: "2.0.0" }, { plan: { preset: "standard", halt: { streak: 4 } } });
      let world = set.world;
      const act = (kind: "pause-deployment" | "resume-deployment" | "promote-deployment") => {
        const command = { kind, projectId: set.projectId, deploymentId: id, reason: "So be it" } as const;
        execute(world, command, { actor: "spec", atMs: world.nowMs });
      };
      for (let round = 0; round < 12; round += 1) {
        travel(world, minutes(50));
        world = copied(world);
        act("pause-deployment");
        travel(world, minutes(7));
        act("resume-deployment");
        if (round % 4 === 3) act("promote-deployment");
      }
      const { targets, pace, watch, occurrences, halt } = world.rollouts[0]!;
      return { targets, pace, watch, occurrences, halt, fleet: world.fleet, happened: world.happened };
    };
    const asItIs = (world: World) => world;
    const inSteps = (world: World, ms: number) => {
      const toMs = world.nowMs + ms;
      for (let at = world.nowMs; at < toMs; at += 7_919) advance(world, at);
      advance(world, toMs);
    };
    const expected = planned(atOnce, asItIs);
    expect(planned(inSteps, asItIs)).toEqual(expected);
    expect(planned(atOnce, structuredClone)).toEqual(expected);
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
