import { planOf, PRESETS, type Plan } from "./plan.ts";
import { planProblem } from "./plan-problem.ts";
import { refused } from "./plan-refusal.ts";
import type { Problem } from "./problem.ts";
import type { WindowClock } from "./window.ts";

/** A preset (none: `all-at-once`) and what differs from it; each field replaces that of the preset whole. */
export type PlanRequest = Partial<Omit<Plan, "preset">> & {
  /** One of the presets, or `custom`, which starts from `all-at-once`. Any other word is refused. */
  readonly preset?: string;
};

/** What a plan is judged against. */
export type PlanContext = {
  /** Orders the devices when the request has no seed of its own. */
  readonly seed: string;
  readonly nowMs: number;
  /** Absent: zones and openings were judged before. */
  readonly windows?: WindowClock;
};

/**
 * The whole plan that a request stands for. Refused, with the field named, when it can never finish or would halt
 * before it starts. A plan that lands otherwise than the preset it names is `custom`. Source: domain.md, Plan.
 */
export function planFrom(request: PlanRequest | undefined, context: PlanContext): Plan | Problem {
  const { preset = "all-at-once", ...overrides } = request ?? {};
  const named = preset === "custom" ? "all-at-once" : PRESETS.find((known) => known === preset);
  if (named === undefined) {
    return refused("preset", `There is no preset of that name: choose one of ${PRESETS.join(", ")} or custom.`);
  }
  const base = planOf(named, context.seed);
  const filled: Plan = { ...base, ...overrides };
  const problem = planProblem(filled, context);
  if (problem !== undefined) return problem;
  const isPreset = preset === named && landingOf(filled) === landingOf(base);
  return { ...filled, preset: isPreset ? named : "custom" };
}

/** Everything that a preset decides, as a text that is the same for plans that land alike. */
function landingOf({ phases, maxUnavailable, halt, retry, timeouts }: Plan): string {
  return JSON.stringify([
    phases.map((phase) => [
      [phase.name, sizeKey(phase.size), phase.promote, phase.soakMinutes, phase.successPercent, phase.minTerminal],
      [sizeKey(phase.maxInFlight), phase.startAtMs],
    ]),
    sizeKey(maxUnavailable),
    [halt.absolute, halt.ratio?.percent, halt.ratio?.minTerminal, halt.ratio?.minFailed, halt.streak],
    [halt.lost?.smallPhase, halt.lost?.count, halt.lost?.percent],
    [retry.maxAttempts, retry.baseMinutes, retry.factor, retry.capMinutes],
    [timeouts.stallMinutes, timeouts.installMinutes, timeouts.verify.minutes, timeouts.verify.heartbeats],
    [timeouts.confirmMinutes, timeouts.attemptMinutes],
  ]);
}

function sizeKey(size: Plan["maxUnavailable"]): readonly unknown[] {
  return "count" in size ? ["count", size.count] : ["percent", size.percent, size.atLeast ?? 1];
}
