import { SUBSTATES } from "#domain/target.ts";
import { isEligible } from "./gate.ts";
import type { RolloutState } from "./rollout-state.ts";
import { BUCKET_OF, codeOf } from "./target-columns.ts";

const CODES: readonly number[] = SUBSTATES.map((_, code) => code);
const HELD = codeOf("held");
const NO_ARTIFACT = codeOf("no-artifact");

/** Codes of failures of devices that had been offered. */
export const FAILED_IN_ATTEMPT: readonly number[] = CODES.filter(
  (code) => BUCKET_OF[code] === "failed" && code !== NO_ARTIFACT,
);

/** Codes of ends that eligible targets come to. */
export const TERMINAL_ELIGIBLE: readonly number[] = CODES.filter((code) => {
  const bucket = BUCKET_OF[code];
  return isEligible(code) && bucket !== "pending" && bucket !== "in-progress";
});

/** Whether a target in a substate waits. */
export function isPendingCode(code: number): boolean {
  return BUCKET_OF[code] === "pending";
}

/** Whether an operator holds the waiting target in a row back. */
export function isHeldRow({ targets }: RolloutState, row: number): boolean {
  return targets.substate[row] === HELD;
}
