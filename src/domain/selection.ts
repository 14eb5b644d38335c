import type { Substate } from "./target.ts";
import type { ConditionName } from "./why-not.ts";

/** Everything the selection algorithm looks at, as plain facts. Texts are parameters of the sentences in why-not. */
export type SelectionFacts = {
  readonly enabled: boolean;
  readonly inCohort: boolean;
  /** The name of the deployment that means this device; absent: none does. */
  readonly deployment: string | undefined;
  /** Why the deployment makes no offers; absent: it does. */
  readonly closed: ClosedReason | undefined;
  /** How the target ended, as its substate; absent: it has not. */
  readonly ended: Substate | undefined;
  /** The earlier deployment the device is still busy with, by name. */
  readonly busyWith: string | undefined;
  readonly held: boolean;
  /** The first package that has no artifact for this device. */
  readonly unfitPackage: string | undefined;
  readonly somethingDiffers: boolean;
  readonly phaseOpen: boolean;
  readonly insideWindow: boolean;
  readonly inBackoff: boolean;
  readonly slotFree: boolean;
  readonly budgetFree: boolean;
};

/** Why a deployment makes no offers. */
export type ClosedReason =
  | "scheduled"
  | "queued"
  | "paused"
  | "halted"
  | "frozen"
  | "cancelled"
  | "finished"
  | "superseded";

/**
 * The selection algorithm: the first condition that keeps a device that asks from being offered the deployment, in the
 * order of `CONDITIONS`; absent: it is offered. The mock decides by it and the console explains with it.
 * Source: domain.md, What a device is told.
 */
export function firstFailedCondition(facts: SelectionFacts): ConditionName | undefined {
  if (!facts.enabled) return "enabled";
  if (!facts.inCohort) return "in-cohort";
  if (facts.deployment === undefined) return "has-deployment";
  if (facts.closed !== undefined) return "deployment-open";
  if (facts.ended !== undefined) return "not-terminal";
  if (facts.busyWith !== undefined) return "no-live-attempt-elsewhere";
  if (facts.held) return "not-held";
  if (facts.unfitPackage !== undefined) return "artifact-fits";
  if (!facts.somethingDiffers) return "something-differs";
  if (!facts.phaseOpen) return "phase-open";
  if (!facts.insideWindow) return "inside-window";
  if (facts.inBackoff) return "not-in-backoff";
  if (!facts.slotFree) return "slot-free";
  if (!facts.budgetFree) return "budget-free";
  return undefined;
}
