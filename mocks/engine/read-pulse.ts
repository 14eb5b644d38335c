import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import type { Pulse } from "#domain/rollout.ts";
import { controlRevisionOf, rolloutOf } from "./deployment-value.ts";
import { deviceIndexOf } from "./ids.ts";
import type { PulseQuery } from "./queries.ts";
import { fusesNow, phasesOf } from "./phase-progress.ts";
import { isSettledNow, stateOf } from "./rollout-standing.ts";
import { shownCounts } from "./shown-waits.ts";
import { rowOf } from "./target-columns.ts";
import { targetRow } from "./target-value.ts";
import type { World } from "./world.ts";

/**
 * How a rollout stands, and what of the rows on screen changed since a revision; everything without one.
 * A revision that was never reached is `gone`: the world was reset. Absent: no such deployment. Source: contract.md, Live.
 */
export function pulseOf(
  world: World,
  projectId: ProjectId,
  deploymentId: DeploymentId,
  { since = 0, deviceIds }: PulseQuery,
): Pulse | Problem | undefined {
  const rollout = rolloutOf(world, projectId, deploymentId);
  if (rollout === undefined) return undefined;
  const { targets } = rollout;
  const revision = targets.lastRevision;
  if (since > revision) return { problem: "gone", field: "since", message: "This revision is not known any more." };
  const asked = new Set(deviceIds.map((deviceId) => rowOf(targets, deviceIndexOf(world.seedHash, deviceId))));
  asked.delete(-1);
  const changed = [...asked].filter((row) => (targets.revision[row] ?? 0) > since);
  return {
    revision,
    nowMs: world.nowMs,
    state: stateOf(rollout),
    settled: isSettledNow(targets),
    counts: shownCounts(world, rollout),
    controlRevision: controlRevisionOf(rollout),
    phases: phasesOf(world, rollout),
    fuses: fusesNow(rollout),
    ...(rollout.halt === undefined ? {} : { halt: rollout.halt }),
    changedRows: changed.map((row) => targetRow(world, rollout, row)),
    changedElsewhere: changedSince(targets.revision, targets.count, since) - changed.length,
  };
}

function changedSince(revisions: Uint32Array, count: number, since: number): number {
  let changed = 0;
  for (let row = 0; row < count; row += 1) if ((revisions[row] ?? 0) > since) changed += 1;
  return changed;
}
