import { expect, test } from "vitest";
import { closedReason, deploymentState, type DeploymentFacts } from "./deployment-state.ts";

const OPEN: DeploymentFacts = {
  closed: undefined,
  waits: undefined,
  stopped: undefined,
  everOffered: true,
  settled: false,
  targeting: "continuous",
};

test.each<[string, Partial<DeploymentFacts>, string]>([
  ["nobody was offered it yet", { everOffered: false }, "pending"],
  ["somebody was", {}, "in-progress"],
  ["all done, and open to joiners", { settled: true }, "in-progress"],
  ["all done, and nobody can join", { settled: true, targeting: "fixed" }, "finished"],
  ["completed", { closed: "completed" }, "finished"],
  ["cancelled, even when settled", { closed: "cancelled", settled: true }, "cancelled"],
  ["superseded", { closed: "superseded" }, "superseded"],
  ["paused", { stopped: "paused" }, "paused"],
  ["halted", { stopped: "halted" }, "halted"],
  ["scheduled", { waits: "scheduled", everOffered: false }, "scheduled"],
  ["queued", { waits: "queued", everOffered: false }, "queued"],
])("%s: %s", (_what, facts, expected) => {
  expect(deploymentState({ ...OPEN, ...facts })).toBe(expected);
});

test("only a pending or moving deployment makes offers", () => {
  expect([closedReason("pending"), closedReason("in-progress"), closedReason("halted")]).toEqual([
    undefined,
    undefined,
    "halted",
  ]);
});
