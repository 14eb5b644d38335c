import type { Plan } from "./plan.ts";
import { resolvedSize } from "./size.ts";

/** The most a plan allows at one time, in devices; `verified` is the most it allows in all. Infinity: no limit. */
export type BudgetLimits = { readonly inFlight: number; readonly unavailable: number; readonly verified: number };

/** What a rollout uses of its limits now, in devices. */
export type BudgetUse = {
  /** From `offered` to `verifying`; where it is asked what will be left, also those that were told and are about to ask. */
  readonly inFlight: number;
  readonly confirming: number;
  /** Silent for longer than the verify timeout in an attempt, or failed by silence and unseen since. */
  readonly unavailable: number;
  /** Of the unavailable: those whose attempt is still under way. */
  readonly silent: number;
  readonly verified: number;
};

/** The limits of a plan while its phase `index` is the latest open one. Source: domain.md, Two budgets. */
export function budgetLimits(plan: Plan, index: number, eligible: number): BudgetLimits {
  const phase = plan.phases[index];
  return {
    inFlight: phase === undefined ? 0 : resolvedSize(phase.maxInFlight, eligible),
    unavailable: resolvedSize(plan.maxUnavailable, eligible),
    verified: plan.maxDevices ?? Infinity,
  };
}

/** How many more offers the slots allow, and the number of devices that the plan stops at. */
export function slotsLeft(limits: BudgetLimits, { inFlight, confirming, verified }: BudgetUse): number {
  return Math.max(0, Math.min(limits.inFlight - inFlight, limits.verified - verified - inFlight - confirming));
}

/**
 * How many more offers the budget of unavailable devices allows. Every device on its way may fall silent, so it takes
 * its place beforehand: else the budget would be kept only by luck.
 */
export function budgetLeft(limits: BudgetLimits, use: BudgetUse): number {
  const mayFallSilent = use.inFlight + use.confirming - use.silent;
  return Math.max(0, limits.unavailable - use.unavailable - mayFallSilent);
}
