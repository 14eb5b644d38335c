import { countText, devicesText } from "#domain/counts.ts";
import type { Deployment } from "#domain/deployment.ts";
import { haltFigure, haltFinding } from "#domain/halt-words.ts";
import { openPhaseOf } from "#domain/rollout-sentence-phase.ts";

/** What a dialog says before an act, as sentences with exact counts. */
export type ActText = { readonly title: string; readonly lines: readonly string[]; readonly button: string };

type Told = Pick<Deployment, "state" | "counts" | "phases" | "halt" | "plan">;

/** Opening the next phase: how many more devices that is, and what is skipped by it. */
export function promoteText({ phases = [], plan }: Told): ActText {
  const open = openPhaseOf(phases);
  const next = phases[(open?.index ?? -1) + 1];
  const more = next?.added ?? 0;
  const ended = open === undefined ? 0 : open.counts.succeeded + open.counts.failed + open.counts.cancelled;
  const rule = plan.phases[open?.index ?? 0];
  const isEarly = open?.state === "open" || open?.state === "soaking";
  return {
    title: `Open the next phase${next === undefined ? "" : `, ${next.name},`} now?`,
    lines: [
      `${devicesText(more)} more will be offered it, at most ${countText(next?.maxInFlight ?? more)} at a time.`,
      ...(open === undefined
        ? []
        : [
            `In this phase, ${countText(ended)} of ${devicesText(open.added)} are done: ${countText(open.counts.succeeded)} succeeded, ${countText(open.counts.failed)} failed.`,
          ]),
      ...(isEarly && rule !== undefined && rule.soakMinutes > 0 ? ["The soak time of the plan is cut short."] : []),
    ],
    button: `Open to ${devicesText(more)} more`,
  };
}

/** Going on after a halt or a pause: what happened, and what begins again. */
export function resumeText({ state, counts, halt }: Told): ActText {
  const { pending, failed } = counts.buckets;
  const why = halt === undefined || state !== "halted" ? [] : [haltedLine(halt)];
  return {
    title: "Resume the rollout?",
    lines: [
      ...why,
      ...(state === "halted" ? [failedLine(failed)] : []),
      `Offers go on. ${devicesText(pending)} ${pending === 1 ? "is" : "are"} pending.`,
      ...(state === "halted" ? ["The halt rules count anew: what failed before is no longer held against it."] : []),
    ],
    button: "Resume rollout",
  };
}

function failedLine(failed: number): string {
  if (failed === 0) return "No device has failed for good: what failed has tries left, and is tried again.";
  return `${devicesText(failed)} failed so far; ${failed === 1 ? "it stays" : "they stay"} failed.`;
}

/** Another attempt for devices that failed; after a halt the rollout goes on with it. */
export function retryText({ counts, halt }: Told, count: number, resumes: boolean): ActText {
  const unfit = counts.substates["no-artifact"] ?? 0;
  return {
    title: resumes ? "Retry what failed and resume?" : `Retry ${devicesText(count)}?`,
    lines: [
      ...(resumes && halt !== undefined ? [haltedLine(halt)] : []),
      `${devicesText(count)} ${count === 1 ? "gets" : "get"} another attempt, as the limits of the plan allow.`,
      ...(unfit > 0 ? [`${devicesText(unfit)} that no artifact fits ${unfit === 1 ? "is" : "are"} left out.`] : []),
      ...(resumes
        ? ["Then offers go on, and the halt rules count anew."]
        : ["A device that was changed by hand meanwhile is offered it like any other."]),
    ],
    button: resumes ? "Retry and resume" : `Retry ${devicesText(count)}`,
  };
}

function haltedLine(halt: NonNullable<Told["halt"]>): string {
  return `It halted because ${lowered(haltFinding(halt))}; the limit is ${haltFigure(halt.rule, halt.threshold)}.`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
