import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import type { Pulse } from "#domain/rollout.ts";
import { controlRevisionOf, rolloutOf } from "./deployment-value.ts";
import { deviceIndexOf } from "./ids.ts";
import type { PulseQuery } from "./queries.ts";
import { fusesNow, phasesOf } from "./phase-progress.ts";
import { isSettledNow, stateOf } from "./rollout-standing.ts";
import { shownCounts } from "./shown-waits.ts";
import { isPendingCode } from "./target-classes.ts";
import { BUCKET_OF, rowOf, touchedSince, type TargetColumns } from "./target-columns.ts";
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
  const changed = [...asked].filter((row) => hasChanged(targets, row, since));
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
    changedElsewhere: changedSince(targets, since) - changed.length,
  };
}

/** What waiting targets wait for may change with their rollout alone; then all of them have changed. */
function changedSince(targets: TargetColumns, since: number): number {
  const { counts, waitsRevision } = targets;
  if (waitsRevision <= since) return touchedSince(targets, since, ALL);
  const waiting = PENDING.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
  return waiting + touchedSince(targets, since, NOT_PENDING);
}

function hasChanged({ revision, substate, waitsRevision }: TargetColumns, row: number, since: number): boolean {
  return (revision[row] ?? 0) > since || (waitsRevision > since && isPendingCode(substate[row] ?? 0));
}

const ALL = Uint8Array.from(BUCKET_OF, () => 1);
const NOT_PENDING = Uint8Array.from(BUCKET_OF, (bucket) => Number(bucket !== "pending"));
const PENDING: readonly number[] = BUCKET_OF.flatMap((bucket, code) => (bucket === "pending" ? code : []));
