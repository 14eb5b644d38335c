import type { DeploymentState } from "#domain/deployment.ts";
import { deploymentState } from "#domain/deployment-state.ts";
import { isOver } from "#domain/target.ts";
import type { RolloutState } from "./rollout-state.ts";
import { BUCKET_OF, type TargetColumns } from "./target-columns.ts";

/** The state of a rollout as a whole. */
export function stateOf(rollout: RolloutState): DeploymentState {
  const { closed, waits, stopped, everOffered, plan, targets } = rollout;
  const isFixed = plan.targeting !== "continuous";
  return deploymentState({
    closed,
    waits,
    stopped,
    everOffered,
    settled: isFixed && rollout.startedAtMs !== undefined && isSettledNow(targets),
    targeting: isFixed ? "fixed" : "continuous",
  });
}

/** Whether no target is Pending or In Progress. */
export function isSettledNow({ counts }: TargetColumns): boolean {
  for (const code of UNSETTLED) if ((counts[code] ?? 0) !== 0) return false;
  return true;
}

const UNSETTLED: readonly number[] = BUCKET_OF.flatMap((bucket, code) => (isOver(bucket) ? [] : [code]));
