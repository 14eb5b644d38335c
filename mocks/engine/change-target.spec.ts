import { expect, test } from "vitest";
import { minutes, seconds } from "#lib/duration.ts";
import { stage } from "./stage.ts";

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
