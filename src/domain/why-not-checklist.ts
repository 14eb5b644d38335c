import { assertNever } from "#lib/assert.ts";
import { firstFailedCondition, type SelectionFacts } from "./selection.ts";
import { SUBSTATE_WORDS } from "./substate-words.ts";
import type { WaitFacts } from "./wait-facts.ts";
import {
  backoffSentence,
  budgetSentence,
  closedSentence,
  heldSentence,
  hoursSentence,
  openPhaseSentence,
  phaseSentence,
  slotSentence,
} from "./wait-words.ts";
import { CONDITIONS, type Condition, type ConditionName, type WhyNot } from "./why-not.ts";

/**
 * The whole checklist for one device with the verdict of the selection algorithm. `begun` is the sentence for a device
 * that was offered the update already, whatever would be decided if it asked now; `wait` are the parameters of sentences.
 * Source: domain.md, What a device is told.
 */
export function whyNot(facts: SelectionFacts, begun?: string, wait: WaitFacts = {}): WhyNot {
  const failed = begun === undefined ? firstFailedCondition(facts) : undefined;
  const reached = failed === undefined ? CONDITIONS.length : CONDITIONS.indexOf(failed);
  const conditions = CONDITIONS.map((name, at): Condition => {
    if (at > reached)
      return { name, outcome: "not-reached", sentence: "Not looked at, because an earlier step failed." };
    return at === reached
      ? { name, outcome: "failed", sentence: failedSentence(name, facts, wait) }
      : { name, outcome: "passed", sentence: PASSED[name](wait) };
  });
  if (failed !== undefined) return { failed, sentence: failedSentence(failed, facts, wait), conditions };
  return {
    sentence: begun ?? "Nothing is in the way: the device is offered the update when it next asks.",
    conditions,
  };
}

const PASSED = {
  enabled: () => "The device is enabled.",
  "in-cohort": () => "The device is in a cohort.",
  "has-deployment": () => "The cohort has a deployment for it.",
  "deployment-open": () => "The deployment makes offers.",
  "not-terminal": () => "The device has not finished this deployment.",
  "no-live-attempt-elsewhere": () => "The device is not busy with another deployment.",
  "not-held": () => "Nobody holds the device back.",
  "artifact-fits": () => "An artifact fits the device for every package.",
  "something-differs": () => "The device reports something other than this deployment.",
  "phase-open": openPhaseSentence,
  "inside-window": (wait) => hoursSentence(wait, true),
  "not-in-backoff": () => "It is not waiting after a failed attempt.",
  "slot-free": (wait) => slotSentence(wait, true),
  "budget-free": (wait) => budgetSentence(wait, true),
} satisfies Record<ConditionName, (wait: WaitFacts) => string>;

function failedSentence(name: ConditionName, facts: SelectionFacts, wait: WaitFacts): string {
  switch (name) {
    case "enabled":
      return "The device is disabled.";
    case "in-cohort":
      return "The device is in no cohort.";
    case "has-deployment":
      return "Its cohort has no deployment for it.";
    case "deployment-open":
      return facts.closed === undefined ? "The deployment makes no offers." : closedSentence(facts.closed, wait);
    case "not-terminal":
      return `The device has finished this deployment: ${facts.ended === undefined ? "it ended" : SUBSTATE_WORDS[facts.ended]}.`;
    case "no-live-attempt-elsewhere":
      return `The device is still busy with ${facts.busyWith ?? "an earlier deployment"}.`;
    case "not-held":
      return heldSentence(wait);
    case "artifact-fits":
      return `No artifact of ${facts.unfitPackage ?? "a package"} fits the device.`;
    case "something-differs":
      return "The device already runs every version of this deployment.";
    case "phase-open":
      return phaseSentence(wait);
    case "inside-window":
      return hoursSentence(wait, false);
    case "not-in-backoff":
      return backoffSentence(wait);
    case "slot-free":
      return slotSentence(wait, false);
    case "budget-free":
      return budgetSentence(wait, false);
    default:
      return assertNever(name, "condition");
  }
}
