import { describe, expect, test } from "vitest";
import { DEPLOYMENT_STATES, type DeploymentState } from "#domain/deployment.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import type { Counts } from "#domain/target.ts";
import { refusalOf, rollBackRefusal, standingOf } from "./rollout-acts.ts";

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
    expect(refusalOf("cancel", { state, counts: moving })).toBeUndefined();
  });

  test.each([
    ["finished", "This deployment is finished: it offers nothing any more."],
    ["superseded", "A newer deployment took this one's place: it offers nothing any more."],
    ["cancelled", "This deployment was cancelled: it offers nothing any more."],
  ] as const)("is refused when %s", (state, reason) => {
    expect(refusalOf("cancel", { state, counts: moving })).toBe(reason);
  });

  test("is refused when nobody is left to cancel, and says what to do instead", () => {
    expect(refusalOf("cancel", { state: "in-progress", counts: counting({ succeeded: 6, failed: 1 }) })).toBe(
      "No device is pending or on its way. Complete it to let no new devices join.",
    );
  });

  test("is possible for a deployment without any device: it keeps later ones out", () => {
    expect(refusalOf("cancel", { state: "pending", counts: counting({}) })).toBeUndefined();
  });
});

describe("complete", () => {
  test.each(["pending", "in-progress", "paused", "halted"] as const)("is possible while %s", (state) => {
    expect(refusalOf("complete", { state, counts: moving })).toBeUndefined();
  });

  test.each(["scheduled", "queued"] as const)("is refused while %s: there is nothing to close", (state) => {
    expect(refusalOf("complete", { state, counts: moving })).toBeDefined();
  });

  test.each(over)("is refused when %s", (state) => {
    expect(refusalOf("complete", { state, counts: moving })).toBeDefined();
  });
});

test("there is nothing to go back to from a first deployment", () => {
  expect(rollBackRefusal(false)).toBe("This is the cohort's first deployment: there is nothing to go back to.");
  expect(rollBackRefusal(true)).toBeUndefined();
});

function phases(...states: readonly PhaseProgress["state"][]): readonly PhaseProgress[] {
  return states.map((state, index) => ({
    index,
    name: `Phase ${index + 1}`,
    size: (index + 1) * 5,
    added: 5,
    state,
    counts: moving.buckets,
    finished: 0,
    inFlight: 0,
    maxInFlight: 5,
  }));
}

describe("the next phase", () => {
  test.each([
    ["opens while one is closed", "in-progress", phases("ready", "waiting"), undefined],
    ["does not open when the last is open", "in-progress", phases("done", "open"), "Its last phase is open."],
    [
      "does not exist where all devices have it at once",
      "in-progress",
      phases("open"),
      "It goes to all devices at once: there is no next phase.",
    ],
    [
      "does not open while the rollout stands",
      "halted",
      phases("open", "waiting"),
      "It is halted: resume it before you open its next phase.",
    ],
  ] as const)("%s", (_, state, given, refusal) => {
    expect(refusalOf("promote", { state, counts: moving, phases: given })).toBe(refusal);
  });
});

test("nothing is retried where nothing has failed", () => {
  expect(refusalOf("retry", { state: "in-progress", counts: moving })).toBe("No device has failed.");
  expect(refusalOf("retry", { state: "halted", counts: counting({ failed: 1 }) })).toBeUndefined();
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
