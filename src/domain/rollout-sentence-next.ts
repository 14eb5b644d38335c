import { assertNever } from "#lib/assert.ts";
import { countText } from "./counts.ts";
import { percentText, spanText } from "./measure-words.ts";
import type { PhaseProgress } from "./phase-progress.ts";
import type { Phase } from "./plan.ts";
import { openPhaseOf } from "./rollout-sentence-phase.ts";
import { plain, type SentencePart } from "./sentence.ts";
import type { Counts } from "./target.ts";

/** A cohort that is frozen, and until when if that is known. */
export type FrozenUntil = { readonly untilMs?: number };

type Landing = {
  readonly plan: { readonly phases: readonly Phase[] };
  readonly phases?: readonly PhaseProgress[];
  readonly counts: Counts;
  readonly frozen?: FrozenUntil;
};

/** What happens next in a rollout that goes on, as sentences with the space before them; nothing where nothing will. */
export function nextParts({ plan, phases, counts, frozen }: Landing): readonly SentencePart[] {
  if (frozen !== undefined) return frozenParts(frozen);
  if ((counts.substates["waiting-window"] ?? 0) > 0) {
    return [plain(" It is outside the hours of its plan: offers go on when they begin.")];
  }
  const open = openPhaseOf(phases);
  const next = open && phases?.[open.index + 1];
  const rule = open && plan.phases[open.index];
  if (open === undefined || next === undefined || rule === undefined) return [];
  return opening(open, next, rule, phases?.length === next.index + 1);
}

function opening(open: PhaseProgress, next: PhaseProgress, rule: Phase, isLast: boolean): readonly SentencePart[] {
  const figure = next.added === 0 ? "phase" : countText(next.added);
  const who = `${isLast ? "the last" : "the next"} ${figure}`;
  const Who = `${isLast ? "The last" : "The next"} ${figure}`;
  const opens = next.added === 0 ? "opens" : "open";
  const isManual = rule.promote === "manual";
  switch (open.state) {
    case "waiting":
    case "done":
      return [];
    case "ready":
      return [plain(` It waits for you to open ${who}.`)];
    case "soaking":
      if (open.soakUntilMs === undefined) return [];
      return isManual
        ? [plain(" In "), until(open.soakUntilMs), plain(` it asks you to open ${who}.`)]
        : [
            plain(` ${Who} ${opens} in `),
            until(open.soakUntilMs),
            plain(` if ${percentText(rule.successPercent)} hold.`),
          ];
    case "open": {
      const proof = `${countText(Math.min(rule.minTerminal, open.added))} are done, ${percentText(rule.successPercent)} of them verified`;
      const soak = rule.soakMinutes === 0 ? "when" : `${spanText(rule.soakMinutes)} after`;
      return [plain(isManual ? ` It asks you to open ${who} ${soak} ${proof}.` : ` ${Who} ${opens} ${soak} ${proof}.`)];
    }
    default:
      return assertNever(open.state, "state of a phase");
  }
}

function frozenParts({ untilMs }: FrozenUntil): readonly SentencePart[] {
  if (untilMs === undefined) return [plain(" Its cohort is frozen: no device is offered it until somebody thaws it.")];
  return [plain(" Its cohort is frozen: offers go on in "), until(untilMs), plain(".")];
}

function until(atMs: number): SentencePart {
  return { kind: "until", atMs };
}
