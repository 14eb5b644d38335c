import { expect, test } from "vitest";
import type { Deployment, DeploymentState } from "./deployment.ts";
import { joinersGet } from "./joiners-get.ts";

function deployment(state: DeploymentState, targeting: Deployment["plan"]["targeting"] = "continuous") {
  const plan: Deployment["plan"] = {
    preset: "all-at-once",
    seed: "1",
    phases: [],
    targeting,
    startPolicy: "now",
    maxUnavailable: { percent: 100 },
    halt: {},
    retry: { maxAttempts: 3, baseMinutes: 5, factor: 4, capMinutes: 360 },
    timeouts: {
      stallMinutes: 15,
      installMinutes: 30,
      verify: { minutes: 15, heartbeats: 3 },
      confirmMinutes: 0,
      attemptMinutes: 1_440,
    },
  };
  return { state, plan };
}

test.each([
  ["pending", "at-once"],
  ["in-progress", "at-once"],
  ["paused", "when-resumed"],
  ["halted", "when-resumed"],
  ["scheduled", "when-resumed"],
  ["queued", "when-resumed"],
  ["finished", "not"],
  ["superseded", "not"],
  ["cancelled", "not"],
] as const)("of a continuous deployment that is %s, joiners get it %s", (state, expected) => {
  expect(joinersGet(deployment(state))).toBe(expected);
});

test.each([["snapshot" as const], [{ deviceIds: [] }]])("nobody joins a deployment that targets %j", (targeting) => {
  expect(joinersGet(deployment("in-progress", targeting))).toBe("not");
});
