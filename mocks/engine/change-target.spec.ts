import { describe, expect, test } from "vitest";
import { contacted } from "#domain/life.ts";
import { minutes, seconds } from "#lib/duration.ts";
import { changeTarget } from "./change-target.ts";
import { stage } from "./stage.ts";
import { lifeAt } from "./target-lives.ts";

test("an install that took longer than its time is over when its device is heard of so late, not never", () => {
  const { ask, deploy, external, say, target, travel } = stage();
  const device = external("slow");
  say(device, "IDLE 0 1.0.0");
  const deployment = deploy({ main: "2.0.0" });
  ask(device);
  say(device, "DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADED 0 1.0.0→2.0.0", "UPDATING 0 1.0.0→2.0.0");
  travel(minutes(40));
  ask(device);
  travel(seconds(1));
  expect(target(deployment, device).attempts[0]?.steps.map(({ substate }) => substate)).toContain("timed-out");
});

describe("a contact makes of a target what the rules make of it", () => {
  const reports: readonly (readonly [string, readonly string[], number])[] = [
    ["offered", [], minutes(1)],
    ["offered and stuck", [], minutes(16)],
    ["downloading", ["DOWNLOADING 0 1.0.0→2.0.0"], minutes(14)],
    ["downloading, at the same instant", ["DOWNLOADING 0 1.0.0→2.0.0"], 0],
    ["downloading and stuck", ["DOWNLOADING 0 1.0.0→2.0.0"], minutes(20)],
    ["downloaded", ["DOWNLOADING 0 1.0.0→2.0.0", "DOWNLOADED 0 1.0.0→2.0.0"], minutes(3)],
    ["installing", ["UPDATING 0 1.0.0→2.0.0"], minutes(10)],
    ["rebooting", ["UPDATING 0 1.0.0→2.0.0"], minutes(70)],
    ["verified", ["UPDATING 0 1.0.0→2.0.0", "IDLE 0 2.0.0"], minutes(1)],
    ["waiting", ["DOWNLOADING 8 1.0.0→2.0.0"], minutes(1)],
  ];

  test.each(reports)("%s", (_, said, afterMs) => {
    const { ask, deploy, external, say, travel, world } = stage();
    const device = external("any");
    say(device, "IDLE 0 1.0.0");
    deploy({ main: "2.0.0" });
    ask(device);
    say(device, ...said);
    travel(afterMs);
    const rollout = world.rollouts[0]!;
    const expected = contacted(lifeAt(rollout.targets, 0), world.nowMs);
    changeTarget(world, rollout, 0, { kind: "contact", atMs: world.nowMs });
    expect(lifeAt(rollout.targets, 0)).toEqual(expected);
  });

  test("and is given up no earlier and no later for it", () => {
    const { ask, deploy, external, say, target, travel, world } = stage();
    const device = external("any");
    say(device, "IDLE 0 1.0.0");
    const deployment = deploy({ main: "2.0.0" });
    ask(device);
    travel(minutes(10));
    changeTarget(world, world.rollouts[0]!, 0, { kind: "contact", atMs: world.nowMs });
    travel(minutes(15) - 1);
    expect(target(deployment, device).stuck).toBe(false);
    travel(1);
    expect(target(deployment, device).stuck).toBe(true);
  });
});
