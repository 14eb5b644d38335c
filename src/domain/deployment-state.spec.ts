import { describe, expect, test } from "vitest";
import { ACTS_IN, actRefusal, CONTROL_ACTS, type ControlAct } from "./control-acts.ts";
import { DEPLOYMENT_STATES, type DeploymentState } from "./deployment.ts";
import { closedReason, deploymentState, type DeploymentFacts } from "./deployment-state.ts";

const OPEN: DeploymentFacts = {
  closed: undefined,
  waits: undefined,
  stopped: undefined,
  everOffered: true,
  settled: false,
  targeting: "continuous",
};

describe("what decides the state", () => {
  test.each<[string, Partial<DeploymentFacts>, string]>([
    ["nobody was offered it yet", { everOffered: false }, "pending"],
    ["somebody was", {}, "in-progress"],
    ["all done, and open to joiners", { settled: true }, "in-progress"],
    ["all done, and nobody can join", { settled: true, targeting: "fixed" }, "finished"],
    [
      "nobody was ever meant, and nobody can join",
      { everOffered: false, settled: true, targeting: "fixed" },
      "finished",
    ],
    ["completed", { closed: "completed" }, "finished"],
    ["completed while it was paused", { closed: "completed", stopped: "paused" }, "finished"],
    ["cancelled, even when settled", { closed: "cancelled", settled: true, targeting: "fixed" }, "cancelled"],
    ["cancelled before it began", { closed: "cancelled", waits: "scheduled", everOffered: false }, "cancelled"],
    ["superseded", { closed: "superseded" }, "superseded"],
    ["superseded while it was halted", { closed: "superseded", stopped: "halted" }, "superseded"],
    ["paused", { stopped: "paused" }, "paused"],
    ["paused before anybody was offered it", { stopped: "paused", everOffered: false }, "paused"],
    ["halted", { stopped: "halted" }, "halted"],
    [
      "halted, and all of a fixed set done: nothing is left to resume",
      { stopped: "halted", settled: true, targeting: "fixed" },
      "finished",
    ],
    ["halted, all done, and open to joiners", { stopped: "halted", settled: true }, "halted"],
    ["scheduled", { waits: "scheduled", everOffered: false }, "scheduled"],
    [
      "scheduled, and has no targets yet",
      { waits: "scheduled", everOffered: false, settled: true, targeting: "fixed" },
      "scheduled",
    ],
    ["queued", { waits: "queued", everOffered: false }, "queued"],
  ])("%s: %s", (_what, facts, expected) => {
    expect(deploymentState({ ...OPEN, ...facts })).toBe(expected);
  });
});

test.each<[DeploymentState, string | undefined]>([
  ["scheduled", "scheduled"],
  ["queued", "queued"],
  ["pending", undefined],
  ["in-progress", undefined],
  ["paused", "paused"],
  ["halted", "halted"],
  ["finished", "finished"],
  ["superseded", "superseded"],
  ["cancelled", "cancelled"],
])("%s makes offers, or says why it makes none: %s", (state, expected) => {
  expect(closedReason(state)).toBe(expected);
});

/** What each thing that happens leaves behind; what a person does is refused by `actRefusal` where it cannot be. */
const LEAVES = {
  pause: { stopped: "paused" },
  resume: { stopped: undefined },
  promote: {},
  cancel: { closed: "cancelled" },
  complete: { closed: "completed" },
  retry: { settled: false },
  "its time comes": { waits: undefined },
  "first offer": { everOffered: true },
  halts: { stopped: "halted" },
  "a newer one starts": { closed: "superseded" },
  "deadline passes": { closed: "completed" },
} as const satisfies Record<string, Partial<DeploymentFacts>>;

type Event = keyof typeof LEAVES;

/** The facts behind a deployment that is in each state. */
const IN: Readonly<Record<DeploymentState, Partial<DeploymentFacts>>> = {
  scheduled: { waits: "scheduled", everOffered: false },
  queued: { waits: "queued", everOffered: false },
  pending: { everOffered: false },
  "in-progress": {},
  paused: { stopped: "paused" },
  halted: { stopped: "halted" },
  finished: { closed: "completed" },
  superseded: { closed: "superseded" },
  cancelled: { closed: "cancelled" },
};

const isAct = (event: Event): event is ControlAct => CONTROL_ACTS.some((act) => act === event);

/** What lets an event happen at all in a state, where it is not a person's act. */
const HAPPENS_IN: Readonly<Record<Exclude<Event, ControlAct>, readonly DeploymentState[]>> = {
  "its time comes": ["scheduled", "queued"],
  "first offer": ["pending"],
  halts: ["in-progress", "paused"],
  "a newer one starts": ["pending", "in-progress", "paused", "halted"],
  "deadline passes": ["scheduled", "queued", "pending", "in-progress", "paused", "halted"],
};

function after(state: DeploymentState, event: Event): string {
  if (isAct(event) ? actRefusal(event, state) !== undefined : !HAPPENS_IN[event].includes(state)) return "refused";
  return deploymentState({ ...OPEN, ...IN[state], ...LEAVES[event] });
}

/** Every state, everything that can happen to it; what is not named is refused, or cannot be. */
const CHANGES: Readonly<Record<DeploymentState, Partial<Record<Event, DeploymentState>>>> = {
  scheduled: { cancel: "cancelled", "its time comes": "pending", "deadline passes": "finished" },
  queued: { cancel: "cancelled", "its time comes": "pending", "deadline passes": "finished" },
  pending: {
    pause: "paused",
    promote: "pending",
    cancel: "cancelled",
    complete: "finished",
    retry: "pending",
    "first offer": "in-progress",
    "a newer one starts": "superseded",
    "deadline passes": "finished",
  },
  "in-progress": {
    pause: "paused",
    promote: "in-progress",
    cancel: "cancelled",
    complete: "finished",
    retry: "in-progress",
    halts: "halted",
    "a newer one starts": "superseded",
    "deadline passes": "finished",
  },
  paused: {
    resume: "in-progress",
    cancel: "cancelled",
    complete: "finished",
    retry: "paused",
    halts: "halted",
    "a newer one starts": "superseded",
    "deadline passes": "finished",
  },
  halted: {
    resume: "in-progress",
    cancel: "cancelled",
    complete: "finished",
    retry: "halted",
    "a newer one starts": "superseded",
    "deadline passes": "finished",
  },
  finished: {},
  superseded: {},
  cancelled: {},
};

describe.each(DEPLOYMENT_STATES)("a %s deployment", (state) => {
  const events = Object.keys(LEAVES).filter((event): event is Event => event in LEAVES);

  test.each(events)("%s", (event) => {
    expect(after(state, event)).toBe(CHANGES[state][event] ?? "refused");
  });

  test("takes the acts that change it, or its devices, and no other", () => {
    expect(ACTS_IN[state]).toEqual(CONTROL_ACTS.filter((act) => CHANGES[state][act] !== undefined));
  });
});

test("a deployment that was paused before anybody was offered it is pending again", () => {
  expect(deploymentState({ ...OPEN, ...IN.pending, ...LEAVES.pause, ...LEAVES.resume })).toBe("pending");
});
