import { countText, devicesText } from "#domain/counts.ts";
import { expectedLoss } from "#domain/expected-loss.ts";
import { rulesAt, SMALL_PHASE } from "#domain/halt-rules.ts";
import { percentText, spanText } from "#domain/measure-words.ts";
import { addedSizes, phaseSizes } from "#domain/phases.ts";
import type { Phase, Plan } from "#domain/plan.ts";
import { resolvedSize } from "#domain/size.ts";
import { allText, failuresText, firstText } from "./plan-words.ts";
import type { Happening, Words } from "./words.ts";

/** A phase that reaches somebody: how many in all, and how many more than the one before. */
export type ReachedPhase = {
  readonly phase: Phase;
  /** How the rollout comes to it; absent for the first. */
  readonly before: Phase | undefined;
  readonly size: number;
  readonly added: number;
};

/** The phases that add somebody, of `eligible` devices: in a small cohort some add nobody. */
export function reachedPhases({ phases }: Plan, eligible: number): readonly ReachedPhase[] {
  const sizes = phaseSizes(phases, eligible);
  return addedSizes(sizes).flatMap((added, index) => {
    const phase = phases[index];
    const reached = { before: phases[index - 1], size: sizes[index] ?? 0, added };
    return phase === undefined || added === 0 ? [] : [{ phase, ...reached }];
  });
}

/** What the first phase does, and each later one with its condition. Only of plans that reach devices step by step. */
export function phaseHappenings(plan: Plan, eligible: number, now: string): readonly Happening[] {
  const reached = reachedPhases(plan, eligible);
  return reached.map(({ phase, before, size, added }, index): Happening => {
    if (index === 0) return { term: now, words: firstWords(phase, size, eligible) };
    const last = index === reached.length - 1;
    const condition = `If ${percentText(before?.successPercent ?? 100)} are verified, `;
    const more: Words = last
      ? [
          condition,
          "the remaining ",
          { strong: countText(added) },
          plan.targeting === "continuous" ? ", and every device that joins later." : ".",
        ]
      : [condition, { strong: `${countText(added)} more` }, "."];
    return { term: `Phase ${index + 1}, ${gateText(before)}`, words: more };
  });
}

function firstWords({ maxInFlight }: Phase, size: number, eligible: number): Words {
  const slots = resolvedSize(maxInFlight, eligible);
  const share = (size / eligible) * 100;
  return [
    "The first ",
    { strong: devicesText(size) },
    ` (${share < 0.1 ? "less than 0.1\u202f%" : percentText(share)}) ${size === 1 ? "is" : "are"} offered it`,
    slots < size ? `, ${countText(slots)} at a time.` : ".",
  ];
}

function gateText(before: Phase | undefined): string {
  if (before === undefined) return "next";
  const { promote, soakMinutes } = before;
  const soak = soakMinutes === 0 ? "at once" : `after ${spanText(soakMinutes)}`;
  return promote === "manual" ? `${soak} when you promote it` : soak;
}

/** What stops the rollout by itself, without rules that so few devices cannot trip; absent when nothing does. */
export function haltWords(plan: Plan, eligible: number): Words | undefined {
  const { absolute, ratio, streak, lost } = plan.halt;
  const firstSize = reachedPhases(plan, eligible)[0]?.size ?? 0;
  // Who joins later counts as well.
  const most = plan.targeting === "continuous" ? Infinity : eligible;
  const small = firstSize <= SMALL_PHASE;
  const silent = small ? (lost?.smallPhase ?? 0) : (lost?.count ?? 0);
  const rules: readonly Words[] = [
    ...(absolute !== undefined && small && absolute <= most
      ? [["at ", { strong: failuresText(absolute) }, ` among ${firstText(firstSize)}`]]
      : []),
    ...(ratio === undefined || ratio.minTerminal > most
      ? []
      : [["at ", { strong: percentText(ratio.percent) }, ` failures once ${countText(ratio.minTerminal)} are done`]]),
    ...(streak === undefined || streak > most
      ? []
      : [["at ", { strong: failuresText(streak) }, streak === 1 ? "" : " in a row", laterStreakText(plan, eligible)]]),
    ...(lost === undefined
      ? []
      : [["when ", { strong: devicesText(silent) }, ` ${silent === 1 ? "stays" : "stay"} silent after the reboot`]]),
  ];
  if (rules.length === 0) return undefined;
  return capitalisedWords([...rules.flatMap((rule, index) => [...jointBefore(index, rules.length), ...rule]), "."]);
}

/** Where many are on their way at once it takes more failures in a row. */
function laterStreakText({ phases, halt }: Plan, eligible: number): string {
  const streaks = phases.map(({ maxInFlight }) => rulesAt(halt, resolvedSize(maxInFlight, eligible)).streak ?? 0);
  const most = Math.max(...streaks);
  return most > (halt.streak ?? 0) ? ` (${countText(most)} where most are under way)` : "";
}

function jointBefore(index: number, count: number): Words {
  if (index === 0) return [];
  return [index === count - 1 ? ", or " : ", "];
}

function capitalisedWords([first, ...rest]: Words): Words {
  if (typeof first !== "string") return first === undefined ? rest : [first, ...rest];
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest];
}

/** What a build that fails on every device would cost. */
export function lossWords(plan: Plan, eligible: number): Words {
  const lost = expectedLoss(plan, eligible);
  return ["If the build is bad: ", { strong: lost === eligible ? allText(lost) : `at most ${devicesText(lost)}` }, "."];
}
