import { ENDED_WITHOUT_BYTES } from "#domain/ended-from-outside.ts";
import { changeTarget } from "./change-target.ts";
import { controlChanged, type RolloutState } from "./rollout-state.ts";
import { NOTE } from "./step-columns.ts";
import { BUCKET_OF, codeOf } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * Cancels the rest: Pending becomes `aborted`, in-flight devices may finish. With `stopDownloads` blocks are refused from
 * now on, and who has not got the whole file yet is aborted too. Source: domain.md, Deployment states.
 */
export function cancelRest(world: World, rollout: RolloutState, stopDownloads: boolean): void {
  close(rollout, "cancelled");
  rollout.downloadsStopped ||= stopDownloads;
  const atMs = world.nowMs;
  eachTarget(rollout, (row, code) => {
    if (BUCKET_OF[code] === "pending") changeTarget(world, rollout, row, { kind: "end", atMs, substate: "aborted" });
    else if (stopDownloads && WITHOUT_BYTES.has(code)) {
      changeTarget(world, rollout, row, { kind: "end", atMs, substate: "aborted" }, NOTE.downloadsStopped);
    }
  });
}

/** Completes a deployment: nobody joins any more, Pending becomes `expired`. Source: domain.md, Deployment states. */
export function completeRollout(world: World, rollout: RolloutState): void {
  close(rollout, "completed");
  eachTarget(rollout, (row, code) => {
    if (BUCKET_OF[code] !== "pending") return;
    changeTarget(world, rollout, row, { kind: "end", atMs: world.nowMs, substate: "expired" });
  });
}

const WITHOUT_BYTES: ReadonlySet<number> = new Set(ENDED_WITHOUT_BYTES.map(codeOf));

function close(rollout: RolloutState, how: "cancelled" | "completed"): void {
  rollout.closed = how;
  controlChanged(rollout);
}

function eachTarget({ targets }: RolloutState, act: (row: number, code: number) => void): void {
  for (let row = 0; row < targets.count; row += 1) act(row, targets.substate[row] ?? 0);
}
