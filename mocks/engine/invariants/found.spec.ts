import { expect, test } from "vitest";
import { minutes } from "#lib/duration.ts";
import { stage } from "#mocks/engine/stage.ts";

/** What random histories found, each as short as it could be made. */

test("who timed out, and then turns out to have run the version all along, is no failure that halts", () => {
  const { world, ask, deploy, external, say, substates, travel } = stage();
  const device = external("silent so far");
  const id = deploy({ main: "2.0.0" }, { plan: { halt: { streak: 2 } } });
  ask(device);
  travel(minutes(45));
  expect(world.rollouts[0]?.watch.whole).toEqual({ started: 1, finished: 1, failed: 1, lost: 0 });
  ask(device);
  say(device, "IDLE 0 2.0.0");
  expect(substates(id)).toEqual({ "already-installed": 1 });
  expect(world.rollouts[0]?.watch).toMatchObject({ whole: { started: 0, finished: 0, failed: 0, lost: 0 }, run: [] });
});
