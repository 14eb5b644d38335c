/**
 * The selection algorithm beside the one it was learned from: Mender's server, as its public guide describes it. Each
 * row is a situation, what that server does, and what ours does; where they differ, the row says why.
 */
import { describe, expect, test } from "vitest";
import { firstFailedCondition, type SelectionFacts } from "./selection.ts";
import { READY } from "./specimens.ts";
import { waitingFor } from "./waiting.ts";

type Row = {
  readonly situation: string;
  readonly theirs: string;
  readonly facts: Partial<SelectionFacts>;
  readonly ours: string;
  /** Absent: the same. */
  readonly differs?: string;
};

/** The verdict, and what the target then is: what it waits for, or "no target". */
function answerTo(facts: Partial<SelectionFacts>): string {
  const verdict = firstFailedCondition({ ...READY, ...facts });
  return verdict === undefined ? "offered" : `${verdict}: ${waitingFor(verdict) ?? "waits for nothing"}`;
}

const STEP_1_WHICH: readonly Row[] = [
  {
    situation: "one deployment means the device and is not finished",
    theirs: "it is the one",
    facts: {},
    ours: "offered",
  },
  {
    situation: "none means it",
    theirs: "no instructions",
    facts: { deployment: undefined },
    ours: "has-deployment: waits for nothing",
  },
  {
    situation: "the device is not accepted (ours: not enabled)",
    theirs: "it takes no part",
    facts: { enabled: false },
    ours: "enabled: waits for nothing",
  },
  {
    situation: "the device has finished the deployment before",
    theirs: "a device finishes a deployment once",
    facts: { ended: "verified" },
    ours: "not-terminal: waits for nothing",
  },
  {
    situation: "the deployment is finished",
    theirs: "no device uses it any more",
    facts: { closed: "finished" },
    ours: "deployment-open: waiting-deployment",
  },
  {
    situation: "two mean it, and it is in the middle of the older one",
    theirs: "the older one goes on",
    facts: { busyWith: "Winter" },
    ours: "no-live-attempt-elsewhere: waiting-deployment",
  },
  {
    situation: "two mean it, and it has begun neither",
    theirs: "the oldest unfinished one first, then the next",
    facts: { deployment: "Winter", closed: "superseded" },
    ours: "deployment-open: waiting-deployment",
    differs:
      "a newer deployment supersedes the active one: a device goes to what is wanted now, not through all that was",
  },
  {
    situation: "it is in no group",
    theirs: "it can be named by itself",
    facts: { inCohort: false },
    ours: "in-cohort: waits for nothing",
    differs: "a cohort is what is deployed to; deviceIds choose among its members",
  },
];

const STEP_2_PENDING: readonly Row[] = [
  {
    situation: "the deployment is found, nothing has been decided",
    theirs: "the device's own record is made when it first asks, pending",
    facts: { phaseOpen: false },
    ours: "phase-open: waiting-phase",
    differs: "it is made when the deployment starts, pending: so a rollout shows whom it means before they ask",
  },
];

const STEP_3_PHASES: readonly Row[] = [
  {
    situation: "there are phases, and that of the device is not active",
    theirs: "no instructions; it stays pending",
    facts: { phaseOpen: false },
    ours: "phase-open: waiting-phase",
  },
  {
    situation: "the phase is active",
    theirs: "goes on to the artifact",
    facts: { phaseOpen: true },
    ours: "offered",
  },
  {
    situation: "there is one phase, of everybody",
    theirs: "phases are not looked at",
    facts: {},
    ours: "offered",
  },
  {
    situation: "the phase is not active, and nothing fits the device",
    theirs: "the phase is looked at first: pending",
    facts: { phaseOpen: false, unfitPackage: "main" },
    ours: "artifact-fits: waits for nothing",
    differs: "the artifact comes before the phase, so that the size of a phase is real",
  },
  {
    situation: "the phase is not active, and the device runs it already",
    theirs: "the phase is looked at first: pending",
    facts: { phaseOpen: false, somethingDiffers: false },
    ours: "something-differs: waits for nothing",
    differs: "what is there already comes before the phase, for the same reason",
  },
];

const STEP_4_ARTIFACT: readonly Row[] = [
  {
    situation: "an artifact fits and is not what it runs",
    theirs: "instructions",
    facts: {},
    ours: "offered",
  },
  {
    situation: "no artifact fits",
    theirs: "no instructions; the end, as no artifact",
    facts: { unfitPackage: "main" },
    ours: "artifact-fits: waits for nothing",
  },
  {
    situation: "it runs that artifact",
    theirs: "no instructions; the end, as already installed",
    facts: { somethingDiffers: false },
    ours: "something-differs: waits for nothing",
  },
  {
    situation: "no artifact fits, and of what there is nothing differs",
    theirs: "no artifact: whether one fits is asked first",
    facts: { unfitPackage: "main", somethingDiffers: false },
    ours: "artifact-fits: waits for nothing",
  },
];

const OURS_ONLY: readonly Row[] = [
  {
    situation: "paused",
    theirs: "cannot be",
    facts: { closed: "paused" },
    ours: "deployment-open: waiting-deployment",
  },
  {
    situation: "halted",
    theirs: "cannot be",
    facts: { closed: "halted" },
    ours: "deployment-open: waiting-deployment",
  },
  {
    situation: "frozen",
    theirs: "cannot be",
    facts: { closed: "frozen" },
    ours: "deployment-open: waiting-deployment",
  },
  {
    situation: "queued",
    theirs: "cannot be",
    facts: { closed: "queued" },
    ours: "deployment-open: waiting-deployment",
  },
  {
    situation: "scheduled",
    theirs: "its first phase is not active",
    facts: { closed: "scheduled" },
    ours: "deployment-open: waiting-deployment",
  },
  { situation: "held", theirs: "cannot be", facts: { held: true }, ours: "not-held: held" },
  {
    situation: "outside its hours",
    theirs: "cannot be",
    facts: { insideWindow: false },
    ours: "inside-window: waiting-window",
  },
  {
    situation: "after a failed attempt",
    theirs: "the device counts its own retries",
    facts: { inBackoff: true },
    ours: "not-in-backoff: backoff",
  },
  { situation: "no slot", theirs: "cannot be", facts: { slotFree: false }, ours: "slot-free: waiting-slot" },
  { situation: "no budget", theirs: "cannot be", facts: { budgetFree: false }, ours: "budget-free: waiting-budget" },
];

describe.each([
  ["1, which deployment", STEP_1_WHICH],
  ["2, a pending record", STEP_2_PENDING],
  ["3, the phase", STEP_3_PHASES],
  ["4, the artifact", STEP_4_ARTIFACT],
  ["and what is only ours", OURS_ONLY],
])("step %s", (_step, rows) => {
  test.each(rows)("$situation: $ours (theirs: $theirs)", ({ facts, ours }) => {
    expect(answerTo(facts)).toBe(ours);
  });
});

test("five rows differ on purpose, and each says why", () => {
  const steps = [...STEP_1_WHICH, ...STEP_2_PENDING, ...STEP_3_PHASES, ...STEP_4_ARTIFACT];
  expect(steps.filter(({ differs }) => differs !== undefined)).toHaveLength(5);
});
