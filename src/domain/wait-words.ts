import { assertNever } from "#lib/assert.ts";
import { countText, devicesText } from "./counts.ts";
import { haltFinding } from "./halt-words.ts";
import type { ClosedReason } from "./selection.ts";
import { SUBSTATE_WORDS } from "./substate-words.ts";
import type { Told, WaitFacts, WaitingPhase } from "./wait-facts.ts";

/** Why a deployment makes no offers, as a sentence, with whatever is known of it. */
export function closedSentence(closed: ClosedReason, wait: WaitFacts): string {
  const { behind, frozen, halt, paused, startsAtMs } = wait;
  switch (closed) {
    case "scheduled":
      return startsAtMs === undefined
        ? "The deployment has not started yet, so it makes no offers."
        : `The deployment starts at ${instantText(startsAtMs)}, so it makes no offers yet.`;
    case "queued":
      return `The deployment waits for ${behind ?? "the one before it"}, so it makes no offers.`;
    case "paused":
      return paused === undefined
        ? "The deployment is paused, so it makes no offers."
        : `The deployment was paused by ${told(paused)}, so it makes no offers.`;
    case "halted":
      return halt === undefined
        ? "The deployment is halted, so it makes no offers."
        : `The deployment was halted because ${haltFinding(halt)}: it makes no offers until somebody resumes it.`;
    case "frozen": {
      if (frozen === undefined) return "The deployment is frozen with its cohort, so it makes no offers.";
      const until = frozen.untilMs === undefined ? "" : ` until ${instantText(frozen.untilMs)}`;
      return `The deployment is frozen with its cohort${until} (${frozen.reason}), so it makes no offers.`;
    }
    case "cancelled":
      return "The deployment was cancelled, so it makes no offers.";
    case "finished":
      return "The deployment was completed, so it makes no offers.";
    case "superseded":
      return "The deployment was superseded by a newer one, so it makes no offers.";
    default:
      return assertNever(closed, "closed deployment");
  }
}

/** That an operator holds the device back, by whom and why. */
export function heldSentence({ held }: WaitFacts): string {
  return held === undefined ? "An operator holds this device back." : `This device was held back by ${told(held)}.`;
}

/** That the phase of the device has not opened, and what opens it. */
export function phaseSentence({ phase }: WaitFacts): string {
  if (phase?.opens === undefined) return "Its phase has not opened yet.";
  return `It is in ${phaseWords(phase)}, which opens ${openingWords(phase.opens)}.`;
}

/** That the phase of the device is open. */
export function openPhaseSentence({ phase }: WaitFacts): string {
  return phase === undefined ? "Its phase is open." : `It is in ${phaseWords(phase)}, which is open.`;
}

/** Whether the time is inside the hours of the plan, and when that changes. */
export function hoursSentence({ hours }: WaitFacts, isInside: boolean): string {
  if (hours === undefined) return isInside ? "The time is inside the window." : "The time is outside the window.";
  const { from, to, zone } = hours.window;
  const turns = isInside ? `until ${instantText(hours.turnsAtMs)}` : `next at ${instantText(hours.turnsAtMs)}`;
  return `Offers are made from ${from} to ${to} (${zone}): ${isInside ? "now, " : ""}${turns}.`;
}

/** That the device waits after a failed attempt, and until when. */
export function backoffSentence({ backoff }: WaitFacts): string {
  if (backoff === undefined) return "It waits after a failed attempt.";
  const { after, attempt, maxAttempts, untilMs } = backoff;
  const how = after === undefined ? "" : ` (${SUBSTATE_WORDS[after]})`;
  return `It waits until ${instantText(untilMs)}, because attempt ${attempt} of ${maxAttempts} failed${how}.`;
}

/** Whether a slot is free, of how many. */
export function slotSentence({ slots }: WaitFacts, isFree: boolean): string {
  if (slots === undefined) return isFree ? "A slot is free." : "As many devices as the plan allows are updating now.";
  const { most, of, taken } = slots;
  if (!isFree && most !== undefined) return `At most ${devicesText(most)} get it, and as many have it or are at it.`;
  return isFree
    ? `A slot is free: ${countText(taken)} of ${countText(of)} are taken.`
    : `At most ${devicesText(of)} may be updating at once, and as many are.`;
}

/** Whether the budget for unavailable devices has room. */
export function budgetSentence({ unavailable }: WaitFacts, hasRoom: boolean): string {
  if (unavailable === undefined) {
    return hasRoom
      ? "The budget for unavailable devices has room."
      : "As many devices as the plan allows are unavailable now.";
  }
  const { mayBecome, of, taken } = unavailable;
  const now = `${countText(taken)} ${taken === 1 ? "is" : "are"}, ${countText(mayBecome)} on their way may become so`;
  return `At most ${devicesText(of)} may be unavailable: ${now}.`;
}

/** 2026-01-05 08:00 UTC: sentences are read by programs and people anywhere. */
function instantText(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

function told({ actor, reason }: Told): string {
  return reason === undefined ? actor : `${actor} (${reason})`;
}

function phaseWords({ index, name, of }: WaitingPhase): string {
  return `phase ${index + 1} of ${of} (${name})`;
}

function openingWords(opens: NonNullable<WaitingPhase["opens"]>): string {
  switch (opens.when) {
    case "done":
      return `when phase ${opens.after + 1} is done`;
    case "promotion":
      return `when somebody promotes phase ${opens.after + 1}`;
    case "soak":
      return `when the soak of phase ${opens.after + 1} is over, at ${instantText(opens.atMs)}`;
    case "time":
      return `at ${instantText(opens.atMs)}`;
    default:
      return assertNever(opens, "opening of a phase");
  }
}
