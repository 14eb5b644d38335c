import { assertNever } from "#lib/assert.ts";
import { countText } from "#domain/counts.ts";
import type { DeploymentState } from "#domain/deployment.ts";
import { percentText, spanText } from "#domain/measure-words.ts";
import type { PhaseProgress } from "#domain/phase-progress.ts";
import type { Phase } from "#domain/plan.ts";
import { formatDuration, formatShare } from "#ui/format.ts";
import { standingOf } from "./rollout-acts.ts";

/** What a gate between two phases says: what it asks for, and how near that is. */
export type GateWords = { readonly tone: "passed" | "current" | "closed"; readonly lines: readonly string[] };

type Gate = {
  readonly phase: PhaseProgress;
  readonly next: PhaseProgress;
  readonly rule: Phase;
  readonly state: DeploymentState;
  readonly nowMs: number;
};

/** The words at the end of a phase that another one follows. */
export function gateWords(gate: Gate): GateWords {
  const { phase, rule, state } = gate;
  if (phase.state === "done") return { tone: "passed", lines: [passedText(gate)] };
  if (standingOf(state) !== "active") return { tone: "closed", lines: ["never opened"] };
  if (phase.state === "waiting") {
    return { tone: "closed", lines: [conditionText(rule), ...(rule.promote === "manual" ? ["then by hand"] : [])] };
  }
  return { tone: "current", lines: [conditionText(rule), standingText(gate)] };
}

/** How a phase stands, for the table behind the picture. */
export function phaseStateText({ phase, rule, state, nowMs }: Omit<Gate, "next">): string {
  if (standingOf(state) !== "active" && phase.state !== "done") {
    return phase.state === "waiting" ? "never opened" : state;
  }
  switch (phase.state) {
    case "waiting":
      return "not open yet";
    case "done":
      return "done";
    case "ready":
      return "waits for somebody to open the next phase";
    case "soaking":
      return state === "paused" || state === "halted"
        ? state
        : `soaking, ${formatDuration(leftMs(phase, nowMs))} left of ${spanText(rule.soakMinutes)}`;
    case "open":
      return state === "paused" || state === "halted" ? state : "open";
    default:
      return assertNever(phase.state, "state of a phase");
  }
}

/** "12 h and ≥ 90 %". */
function conditionText({ soakMinutes, successPercent }: Phase): string {
  const share = `≥ ${percentText(successPercent)}`;
  return soakMinutes === 0 ? share : `${spanText(soakMinutes)} and ${share}`;
}

/** "✓ 2 h 5 min, 97 %": how long it took and how well it went. */
function passedText({ phase, next }: Gate): string {
  const { succeeded, failed } = phase.counts;
  const share = succeeded + failed === 0 ? [] : [formatShare(succeeded, succeeded + failed)];
  const { startedAtMs: from } = phase;
  const { startedAtMs: to } = next;
  const took = from === undefined || to === undefined ? [] : [formatDuration(to - from)];
  return ["✓", [...took, ...share].join(", ")].join(" ");
}

function standingText({ phase, rule, state, nowMs }: Gate): string {
  if (state === "paused" || state === "halted") return state;
  if (phase.state === "ready") return "waits for you";
  if (phase.state === "soaking") {
    const left = formatDuration(leftMs(phase, nowMs));
    return rule.promote === "manual" ? `by hand in ${left}` : `opens in ${left}`;
  }
  const { succeeded, failed, cancelled } = phase.counts;
  const [ended, needed] = [succeeded + failed + cancelled, Math.min(rule.minTerminal, phase.added)];
  if (ended < needed) return `${countText(ended)} of ${countText(needed)} done`;
  return `${formatShare(succeeded, succeeded + failed)} so far`;
}

function leftMs({ soakUntilMs = 0 }: PhaseProgress, nowMs: number): number {
  return Math.max(0, soakUntilMs - nowMs);
}
