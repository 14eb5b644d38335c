import type { PendingSubstate } from "./life.ts";
import type { ConditionName } from "./why-not.ts";

/**
 * What a pending target waits for, by the verdict on it; absent for a verdict that ends it or keeps it from being a
 * target. No verdict: nothing but the device is waited for. Source: domain.md, Target states.
 */
export function waitingFor(verdict: ConditionName | undefined): PendingSubstate | undefined {
  return verdict === undefined ? "waiting-offline" : WAIT_OF[verdict];
}

const WAIT_OF = {
  enabled: undefined,
  "in-cohort": undefined,
  "has-deployment": undefined,
  "deployment-open": "waiting-deployment",
  "not-terminal": undefined,
  "no-live-attempt-elsewhere": "waiting-deployment",
  "not-held": "held",
  "artifact-fits": undefined,
  "something-differs": undefined,
  "phase-open": "waiting-phase",
  "inside-window": "waiting-window",
  "not-in-backoff": "backoff",
  "slot-free": "waiting-slot",
  "budget-free": "waiting-budget",
} as const satisfies Record<ConditionName, PendingSubstate | undefined>;

/** What is true of a pending target by itself, whatever its rollout does: ready, busy elsewhere, held, in backoff. */
export type OwnWait = "waiting-offline" | "waiting-deployment" | "held" | "backoff";

/** What a rollout adds to that, the same for all targets of one phase. */
export type RolloutGate = {
  readonly open: boolean;
  readonly phaseOpen: boolean;
  readonly insideWindow: boolean;
  readonly slotFree: boolean;
  readonly budgetFree: boolean;
};

/** What people see of a pending target: the first of both that keeps it, in the order of the selection algorithm. */
export function shownWait(own: OwnWait, gate: RolloutGate): PendingSubstate {
  if (!gate.open || own === "waiting-deployment") return "waiting-deployment";
  if (own === "held") return "held";
  if (!gate.phaseOpen) return "waiting-phase";
  if (!gate.insideWindow) return "waiting-window";
  if (own === "backoff") return "backoff";
  if (!gate.slotFree) return "waiting-slot";
  return gate.budgetFree ? "waiting-offline" : "waiting-budget";
}
