import { assertNever } from "#lib/assert.ts";
import { firstFailedCondition, type ClosedReason, type SelectionFacts } from "./selection.ts";
import { SUBSTATE_WORDS } from "./substate-words.ts";
import { CONDITIONS, type Condition, type ConditionName, type WhyNot } from "./why-not.ts";

/**
 * The whole checklist for one device with the verdict of the selection algorithm. `begun` is the sentence for a device
 * that was offered the update already, whatever would be decided if it asked now.
 * Source: domain.md, What a device is told.
 */
export function whyNot(facts: SelectionFacts, begun?: string): WhyNot {
  const failed = begun === undefined ? firstFailedCondition(facts) : undefined;
  const reached = failed === undefined ? CONDITIONS.length : CONDITIONS.indexOf(failed);
  const conditions = CONDITIONS.map((name, at): Condition => {
    if (at > reached)
      return { name, outcome: "not-reached", sentence: "Not looked at, because an earlier step failed." };
    return at === reached
      ? { name, outcome: "failed", sentence: failedSentence(name, facts) }
      : { name, outcome: "passed", sentence: PASSED[name] };
  });
  if (failed !== undefined) return { failed, sentence: failedSentence(failed, facts), conditions };
  return {
    sentence: begun ?? "Nothing is in the way: the device is offered the update when it next asks.",
    conditions,
  };
}

const PASSED = {
  enabled: "The device is enabled.",
  "in-cohort": "The device is in a cohort.",
  "has-deployment": "The cohort has a deployment for it.",
  "deployment-open": "The deployment makes offers.",
  "not-terminal": "The device has not finished this deployment.",
  "no-live-attempt-elsewhere": "The device is not busy with another deployment.",
  "not-held": "Nobody holds the device back.",
  "artifact-fits": "An artifact fits the device for every package.",
  "something-differs": "The device reports something other than this deployment.",
  "phase-open": "Its phase is open.",
  "inside-window": "The time is inside the window.",
  "not-in-backoff": "It is not waiting after a failed attempt.",
  "slot-free": "A slot is free.",
  "budget-free": "The budget for unavailable devices has room.",
} satisfies Record<ConditionName, string>;

const CLOSED = {
  scheduled: "has not started yet",
  queued: "waits for the one before it",
  paused: "is paused",
  halted: "is halted",
  frozen: "is frozen with its cohort",
  cancelled: "was cancelled",
  finished: "was completed",
  superseded: "was superseded by a newer one",
} satisfies Record<ClosedReason, string>;

function failedSentence(name: ConditionName, facts: SelectionFacts): string {
  switch (name) {
    case "enabled":
      return "The device is disabled.";
    case "in-cohort":
      return "The device is in no cohort.";
    case "has-deployment":
      return "Its cohort has no deployment for it.";
    case "deployment-open":
      return facts.closed === undefined
        ? "The deployment makes no offers."
        : `The deployment ${CLOSED[facts.closed]}, so it makes no offers.`;
    case "not-terminal":
      return `The device has finished this deployment: ${facts.ended === undefined ? "it ended" : SUBSTATE_WORDS[facts.ended]}.`;
    case "no-live-attempt-elsewhere":
      return `The device is still busy with ${facts.busyWith ?? "an earlier deployment"}.`;
    case "not-held":
      return "An operator holds this device back.";
    case "artifact-fits":
      return `No artifact of ${facts.unfitPackage ?? "a package"} fits the device.`;
    case "something-differs":
      return "The device already runs every version of this deployment.";
    case "phase-open":
      return "Its phase has not opened yet.";
    case "inside-window":
      return "The time is outside the window.";
    case "not-in-backoff":
      return "It waits after a failed attempt.";
    case "slot-free":
      return "As many devices as the plan allows are updating now.";
    case "budget-free":
      return "As many devices as the plan allows are unavailable now.";
    default:
      return assertNever(name, "condition");
  }
}
