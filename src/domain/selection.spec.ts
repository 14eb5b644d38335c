import { expect, test } from "vitest";
import { firstFailedCondition, type SelectionFacts } from "./selection.ts";
import { READY } from "./specimens.ts";
import { whyNot } from "./why-not-checklist.ts";
import { CONDITIONS, type ConditionName } from "./why-not.ts";

/** What fails each condition, in the order in which they are looked at. */
const FAILING: readonly (readonly [ConditionName, Partial<SelectionFacts>, string])[] = [
  ["enabled", { enabled: false }, "The device is disabled."],
  ["in-cohort", { inCohort: false }, "The device is in no cohort."],
  ["has-deployment", { deployment: undefined }, "Its cohort has no deployment for it."],
  ["deployment-open", { closed: "cancelled" }, "The deployment was cancelled, so it makes no offers."],
  ["not-terminal", { ended: "install-failed" }, "The device has finished this deployment: install failed."],
  ["no-live-attempt-elsewhere", { busyWith: "Winter" }, "The device is still busy with Winter."],
  ["not-held", { held: true }, "An operator holds this device back."],
  ["artifact-fits", { unfitPackage: "modem" }, "No artifact of modem fits the device."],
  ["something-differs", { somethingDiffers: false }, "The device already runs every version of this deployment."],
  ["phase-open", { phaseOpen: false }, "Its phase has not opened yet."],
  ["inside-window", { insideWindow: false }, "The time is outside the window."],
  ["not-in-backoff", { inBackoff: true }, "It waits after a failed attempt."],
  ["slot-free", { slotFree: false }, "As many devices as the plan allows are updating now."],
  ["budget-free", { budgetFree: false }, "As many devices as the plan allows are unavailable now."],
];

test("a device that passes every condition is offered the update", () => {
  expect(firstFailedCondition(READY)).toBeUndefined();
  expect(whyNot(READY).conditions.every(({ outcome }) => outcome === "passed")).toBe(true);
});

test("every condition has a case here, in order", () => {
  expect(FAILING.map(([name]) => name)).toEqual([...CONDITIONS]);
});

test.each(FAILING)("%s alone is the verdict", (name, facts, sentence) => {
  const answer = whyNot({ ...READY, ...facts });
  expect(firstFailedCondition({ ...READY, ...facts })).toBe(name);
  expect([answer.failed, answer.sentence]).toEqual([name, sentence]);
});

test.each(FAILING.slice(0, -1).map(([name], at) => [name, at] as const))(
  "%s comes before everything after it",
  (name, at) => {
    const facts = FAILING.slice(at).reduce<SelectionFacts>((all, [, failing]) => ({ ...all, ...failing }), READY);
    expect(firstFailedCondition(facts)).toBe(name);
  },
);

test("what lies behind the verdict is not looked at", () => {
  const { conditions } = whyNot({ ...READY, held: true });
  expect(conditions.map(({ outcome }) => outcome)).toEqual([
    ...Array.from({ length: 6 }, () => "passed"),
    "failed",
    ...Array.from({ length: 7 }, () => "not-reached"),
  ]);
});

test("a device that has begun is told so, whatever would be decided now", () => {
  const answer = whyNot({ ...READY, closed: "cancelled" }, "It is downloading.");
  expect(answer).toMatchObject({ sentence: "It is downloading." });
  expect(answer.failed).toBeUndefined();
});
