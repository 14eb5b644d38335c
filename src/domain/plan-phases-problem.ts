import { nameProblem } from "./name.ts";
import type { Phase } from "./plan.ts";
import { isWhole, MINUTES_MAX, refused, sizeProblem } from "./plan-refusal.ts";
import type { Problem } from "./problem.ts";
import type { Size } from "./size.ts";

/** Most phases of a plan. */
const PHASES_MAX = 20;

/**
 * Why phases cannot follow one another, or never reach everybody; absent: they can, and they do.
 * Source: domain.md, Plan.
 */
export function phasesProblem(phases: readonly Phase[]): Problem | undefined {
  if (phases.length === 0) return refused("phases", "A plan has at least one phase.");
  if (phases.length > PHASES_MAX) return refused("phases", "A plan has at most 20 phases.");
  for (const [index, phase] of phases.entries()) {
    const problem = phaseProblem(`phases[${index}]`, phase) ?? orderProblem(phases, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function phaseProblem(field: string, phase: Phase): Problem | undefined {
  const inName = nameProblem(phase.name);
  if (inName !== undefined) return refused(`${field}.name`, inName);
  const inSize = sizeProblem(`${field}.size`, phase.size) ?? sizeProblem(`${field}.maxInFlight`, phase.maxInFlight);
  if (inSize !== undefined) return inSize;
  if (!PROMOTIONS.has(phase.promote)) {
    return refused(`${field}.promote`, "A phase is promoted auto, after-soak or manual.");
  }
  if (!isWhole(phase.soakMinutes, 0, MINUTES_MAX)) {
    return refused(`${field}.soakMinutes`, "A soak is 0 or more whole minutes, at most a year.");
  }
  if (!(phase.successPercent >= 1 && phase.successPercent <= 100)) {
    return refused(`${field}.successPercent`, "The share that has to succeed is 1 to 100 percent.");
  }
  if (!isWhole(phase.minTerminal, 1)) {
    return refused(`${field}.minTerminal`, "At least 1 device has to be done before a phase is complete.");
  }
  return undefined;
}

const PROMOTIONS: ReadonlySet<string> = new Set<Phase["promote"]>(["auto", "after-soak", "manual"]);

/** Sizes are cumulative: each phase reaches more than the one before it, the last one everybody. */
function orderProblem(phases: readonly Phase[], index: number): Problem | undefined {
  const [before, size] = [phases[index - 1]?.size, phases[index]?.size];
  if (size === undefined) return undefined;
  if (before !== undefined && !canReachMore(before, size)) {
    return refused(
      `phases[${index}].size`,
      "A phase reaches more devices than the one before it: sizes are cumulative.",
    );
  }
  if (index === phases.length - 1 && !isEverybody(size)) {
    return refused(`phases[${index}].size`, "The last phase reaches everybody: 100 percent.");
  }
  return undefined;
}

function isEverybody(size: Size): boolean {
  return "percent" in size && size.percent === 100;
}

/** Whether there is a fleet in which `after` is more than `before`; a count and a share compare by its size only. */
function canReachMore(before: Size, after: Size): boolean {
  if (isEverybody(before)) return false;
  if ("percent" in after) return "count" in before || after.percent > before.percent;
  return after.count > ("count" in before ? before.count : (before.atLeast ?? 1));
}
