import type { HaltRules, Plan } from "#domain/plan.ts";

/** "All at once", "Standard". */
export function planName(preset: Plan["preset"]): string {
  return PLAN_NAMES[preset];
}

/** Whether a rule of the plan can stop the rollout by itself. */
export function canHalt({ absolute, ratio, streak, lost }: HaltRules): boolean {
  return absolute !== undefined || ratio !== undefined || streak !== undefined || lost !== undefined;
}

const PLAN_NAMES = {
  "all-at-once": "All at once",
  careful: "Careful",
  standard: "Standard",
  urgent: "Urgent",
  custom: "Custom",
} as const satisfies Record<Plan["preset"], string>;
