import { describe, expect, test } from "vitest";
import { DEPLOYMENT_STATES, type DeploymentState } from "#domain/deployment.ts";
import type { Counts } from "#domain/target.ts";
import { cancelAllowance, completeAllowance, rollBackAllowance, standingOf } from "./rollout-acts.ts";

function counting(buckets: Partial<Counts["buckets"]>): Counts {
  const all = { pending: 0, "in-progress": 0, succeeded: 0, failed: 0, cancelled: 0, ...buckets };
  return { total: Object.values(all).reduce((sum, n) => sum + n, 0), buckets: all, substates: {}, stuck: 0 };
}

const moving = counting({ pending: 3, "in-progress": 1, succeeded: 6 });

const open = ["scheduled", "queued", "pending", "in-progress", "paused", "halted"] as const;
const over = ["finished", "superseded", "cancelled"] as const;

test("every state is either open or over", () => {
  expect([...open, ...over]).toEqual(DEPLOYMENT_STATES);
});

describe("cancel the rest", () => {
  test.each(open)("is possible while %s", (state) => {
    expect(cancelAllowance({ state, counts: moving })).toEqual({ allowed: true });
  });

  test.each([
    ["finished", "This deployment is finished: it offers nothing any more."],
    ["superseded", "A newer deployment took this one's place: it offers nothing any more."],
    ["cancelled", "This deployment was cancelled: it offers nothing any more."],
  ] as const)("is refused when %s", (state, reason) => {
    expect(cancelAllowance({ state, counts: moving })).toEqual({ allowed: false, reason });
  });

  test("is refused when nobody is left to cancel, and says what to do instead", () => {
    expect(cancelAllowance({ state: "in-progress", counts: counting({ succeeded: 6, failed: 1 }) })).toEqual({
      allowed: false,
      reason: "No device is pending or on its way. Complete it to let no new devices join.",
    });
  });

  test("is possible for a deployment without any device: it keeps later ones out", () => {
    expect(cancelAllowance({ state: "pending", counts: counting({}) })).toEqual({ allowed: true });
  });
});

describe("complete", () => {
  test.each(["pending", "in-progress", "paused", "halted"] as const)("is possible while %s", (state) => {
    expect(completeAllowance({ state, counts: moving })).toEqual({ allowed: true });
  });

  test.each(["scheduled", "queued"] as const)("is refused while %s: there is nothing to close", (state) => {
    expect(completeAllowance({ state, counts: moving }).allowed).toBe(false);
  });

  test.each(over)("is refused when %s", (state) => {
    expect(completeAllowance({ state, counts: moving }).allowed).toBe(false);
  });
});

test("there is nothing to go back to from a first deployment", () => {
  expect(rollBackAllowance(false)).toEqual({
    allowed: false,
    reason: "This is the cohort's first deployment: there is nothing to go back to.",
  });
});

test.each([
  ["in-progress", "active"],
  ["halted", "active"],
  ["scheduled", "active"],
  ["superseded", "superseded"],
  ["cancelled", "cancelled"],
  ["finished", "finished"],
] as const satisfies readonly (readonly [DeploymentState, string])[])("%s stands as %s", (state, standing) => {
  expect(standingOf(state)).toBe(standing);
});
