import type { HaltRules, Plan } from "./plan.ts";
import { isShare, isWhole, MINUTES_MAX, refused } from "./plan-refusal.ts";
import type { Problem } from "./problem.ts";

/** Most attempts a device has. */
const ATTEMPTS_MAX = 100;

/**
 * Why halt rules, retries or timeouts cannot be: they would stop everything at once, or nothing ever.
 * Source: domain.md, Plan.
 */
export function limitsProblem({ halt, retry, timeouts }: Plan): Problem | undefined {
  return haltProblem(halt) ?? retryProblem(retry) ?? timeoutsProblem(timeouts);
}

function haltProblem({ absolute, ratio, streak, lost }: HaltRules): Problem | undefined {
  return (
    failuresProblem("halt.absolute", absolute) ??
    (ratio === undefined ? undefined : ratioProblem(ratio)) ??
    failuresProblem("halt.streak", streak) ??
    (lost === undefined ? undefined : lostProblem(lost))
  );
}

function ratioProblem({ percent, minTerminal, minFailed }: NonNullable<HaltRules["ratio"]>): Problem | undefined {
  if (!isShare(percent)) {
    return refused("halt.ratio.percent", "The share of failures that halts is above 0 and at most 100 percent.");
  }
  const problem =
    failuresProblem("halt.ratio.minTerminal", minTerminal) ?? failuresProblem("halt.ratio.minFailed", minFailed);
  if (problem !== undefined || minFailed <= minTerminal) return problem;
  return refused("halt.ratio.minFailed", "No more devices can have failed than are done: it is at most minTerminal.");
}

function lostProblem({ smallPhase, count, percent }: NonNullable<HaltRules["lost"]>): Problem | undefined {
  const problem = failuresProblem("halt.lost.smallPhase", smallPhase) ?? failuresProblem("halt.lost.count", count);
  if (problem !== undefined || isShare(percent)) return problem;
  return refused("halt.lost.percent", "The share of lost devices that halts is above 0 and at most 100 percent.");
}

function failuresProblem(field: string, devices: number | undefined): Problem | undefined {
  if (devices === undefined || isWhole(devices, 1)) return undefined;
  return refused(field, "A halt rule counts whole devices, at least 1: with 0 it would halt before it starts.");
}

function retryProblem({ maxAttempts, baseMinutes, factor, capMinutes }: Plan["retry"]): Problem | undefined {
  if (!isWhole(maxAttempts, 1, ATTEMPTS_MAX)) {
    return refused("retry.maxAttempts", "A device has 1 to 100 attempts.");
  }
  if (!isWhole(baseMinutes, 1, MINUTES_MAX)) {
    return refused("retry.baseMinutes", "The first wait is at least 1 whole minute, at most a year.");
  }
  if (!(factor >= 1 && factor <= 100)) {
    return refused("retry.factor", "Each wait is 1 to 100 times the one before it.");
  }
  if (!isWhole(capMinutes, baseMinutes, MINUTES_MAX)) {
    return refused(
      "retry.capMinutes",
      "The longest wait is no shorter than the first, in whole minutes, at most a year.",
    );
  }
  return undefined;
}

function timeoutsProblem(timeouts: Plan["timeouts"]): Problem | undefined {
  const { stallMinutes, installMinutes, verify, confirmMinutes, attemptMinutes } = timeouts;
  return (
    timeoutProblem("stallMinutes", stallMinutes, 1) ??
    timeoutProblem("installMinutes", installMinutes, 1) ??
    timeoutProblem("verify.minutes", verify.minutes, 1) ??
    timeoutProblem("verify.heartbeats", verify.heartbeats, 1) ??
    timeoutProblem("confirmMinutes", confirmMinutes, 0) ??
    timeoutProblem("attemptMinutes", attemptMinutes, 1)
  );
}

function timeoutProblem(name: string, value: number, least: number): Problem | undefined {
  if (isWhole(value, least, MINUTES_MAX)) return undefined;
  return refused(`timeouts.${name}`, `A timeout is a whole number of at least ${least}, at most a year.`);
}
