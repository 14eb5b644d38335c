import { budgetLeft, budgetLimits, slotsLeft, type BudgetLimits, type BudgetUse } from "#domain/budgets.ts";
import { closedReason } from "#domain/deployment-state.ts";
import type { ClosedReason } from "#domain/selection.ts";
import { SUBSTATES, type Substate } from "#domain/target.ts";
import type { RolloutGate } from "#domain/waiting.ts";
import type { RolloutState } from "./rollout-state.ts";
import { stateOf } from "./rollout-standing.ts";
import { codeOf, FLAG, phaseCount, type TargetColumns } from "./target-columns.ts";
import type { World } from "./world.ts";

/** Why a rollout makes no offers now; absent: it makes them. */
export function closedNow(world: World, rollout: RolloutState): ClosedReason | undefined {
  const closed = closedReason(stateOf(rollout));
  if (closed !== undefined) return closed;
  return world.cohorts[rollout.cohort]?.frozen === undefined ? undefined : "frozen";
}

/** Whether the hours of the plan are on; always, when it has none. */
export function isInsideWindow({ window }: RolloutState): boolean {
  return window?.open ?? true;
}

/** Whether the phase of a target has opened. */
export function isPhaseOpen({ pace, targets }: RolloutState, row: number): boolean {
  return (targets.phase[row] ?? 0) <= pace.openPhase;
}

/** Offers that a rollout may still make now, by its slots and by its budget. */
type OffersLeft = { readonly slots: number; readonly budget: number };

/** What is left for whoever asks: only who is on its way has taken something. Source: domain.md, Two budgets. */
export function offersLeft(rollout: RolloutState): OffersLeft {
  return rollout.pace.limited ? leftBeside(rollout, 0) : UNLIMITED;
}

/** What is left of that when all ask that were told to: how many more are told, and what everybody else sees. */
export function offersUntold(rollout: RolloutState): OffersLeft {
  return rollout.pace.limited ? leftBeside(rollout, rollout.pace.woken) : UNLIMITED;
}

function leftBeside(rollout: RolloutState, told: number): OffersLeft {
  const limits = limitsOf(rollout);
  const use = budgetUseOf(rollout, told);
  return { slots: slotsLeft(limits, use), budget: budgetLeft(limits, use) };
}

const UNLIMITED = { slots: Infinity, budget: Infinity };

/** What keeps every target of a phase from being offered, as seen from outside. */
export function gateOf(world: World, rollout: RolloutState, phase: number): RolloutGate {
  const { slots, budget } = offersUntold(rollout);
  return {
    open: closedNow(world, rollout) === undefined,
    phaseOpen: phase <= rollout.pace.openPhase,
    insideWindow: isInsideWindow(rollout),
    slotFree: slots > 0,
    budgetFree: budget > 0,
  };
}

/** The most a rollout may have under way now; before its first phase opens, what that will allow. */
export function limitsOf({ plan, pace, targets }: RolloutState): BudgetLimits {
  return budgetLimits(plan, Math.max(0, pace.openPhase), eligibleIn(targets));
}

/** Most devices that may be on their way at once now: slots, budget and the latest open phase itself are the limits. */
export function mostOnTheirWay(rollout: RolloutState): number {
  const { inFlight, unavailable, verified } = limitsOf(rollout);
  const ofPhase = eligibleInPhase(rollout.targets, Math.max(0, rollout.pace.openPhase));
  return Math.min(inFlight, unavailable, verified, ofPhase);
}

/** Targets that can be offered the deployment, or were: what sizes and budgets are shares of. */
export function eligibleIn({ count, counts }: TargetColumns): number {
  return INELIGIBLE.reduce((rest, code) => rest - (counts[code] ?? 0), count);
}

/** The same of one phase. */
export function eligibleInPhase(targets: TargetColumns, phase: number): number {
  return ELIGIBLE.reduce((sum, code) => sum + phaseCount(targets, phase, code), 0);
}

/** Whether a target in a substate is one of those. Source: domain.md, Phases (eligible). */
export function isEligible(code: number): boolean {
  return ELIGIBLE_BY_CODE[code] ?? false;
}

/** Whether a target in a substate uses a slot. Source: domain.md, Two budgets. */
export function usesSlot(code: number): boolean {
  return code >= FIRST_SLOT && code <= LAST_SLOT;
}

/** How many targets of a phase use a slot. */
export function inFlightInPhase(targets: TargetColumns, phase: number): number {
  let sum = 0;
  for (let code = FIRST_SLOT; code <= LAST_SLOT; code += 1) sum += phaseCount(targets, phase, code);
  return sum;
}

/** How many targets of a rollout use a slot. */
export function inFlightIn({ counts }: TargetColumns): number {
  let sum = 0;
  for (let code = FIRST_SLOT; code <= LAST_SLOT; code += 1) sum += counts[code] ?? 0;
  return sum;
}

/** Whether a target was woken and is about to ask. */
export function isWoken({ flags }: TargetColumns, row: number): boolean {
  return ((flags[row] ?? 0) & FLAG.woken) !== 0;
}

/** What a rollout uses of its limits now, and would use with `told` more devices on their way. */
export function budgetUseOf({ pace, targets }: RolloutState, told: number): BudgetUse {
  return {
    inFlight: inFlightIn(targets) + told,
    confirming: targets.counts[CONFIRMING] ?? 0,
    unavailable: pace.unavailable,
    silent: pace.silent,
    verified: targets.counts[VERIFIED] ?? 0,
  };
}

const FIRST_SLOT = codeOf("offered");
const LAST_SLOT = codeOf("verifying");
const CONFIRMING = codeOf("confirming");
const VERIFIED = codeOf("verified");
const INELIGIBLE_SUBSTATES = [
  "already-installed",
  "no-artifact",
  "left-cohort",
  "decommissioned",
] as const satisfies readonly Substate[];
const INELIGIBLE: readonly number[] = INELIGIBLE_SUBSTATES.map(codeOf);
const ELIGIBLE_BY_CODE: readonly boolean[] = SUBSTATES.map((_, code) => !INELIGIBLE.includes(code));
const ELIGIBLE: readonly number[] = SUBSTATES.map((_, code) => code).filter((code) => !INELIGIBLE.includes(code));
