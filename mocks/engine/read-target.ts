import { isOver, SUBSTATES, type Attempt, type Target } from "#domain/target.ts";
import type { DeploymentId, DeviceId, ProjectId } from "#domain/ids.ts";
import { variantFor } from "./component-fit.ts";
import { rolloutOf } from "./deployment-value.ts";
import { isMarked, MARK } from "./fleet.ts";
import { deviceIndexOf } from "./ids.ts";
import type { RolloutState } from "./rollout-state.ts";
import { simulatedLog } from "./simulated-log.ts";
import { STEP_NOTES, stepsOfRow } from "./step-columns.ts";
import { BUCKET_OF, rowOf } from "./target-columns.ts";
import { targetRow } from "./target-value.ts";
import type { World } from "./world.ts";
import { createdMsOf, INSTANT, instantAt } from "./target-instants.ts";

/** All that is known of one device in one deployment, with every attempt. Absent: it is no target. */
export function targetOf(
  world: World,
  projectId: ProjectId,
  deploymentId: DeploymentId,
  deviceId: DeviceId,
): Target | undefined {
  const found = findTarget(world, projectId, deploymentId, deviceId);
  if (found === undefined) return undefined;
  const { rollout, row, device } = found;
  const { targets } = rollout;
  const bucket = BUCKET_OF[targets.substate[row] ?? 0];
  return {
    ...targetRow(world, rollout, row),
    deploymentId,
    attempts: attemptsOf(rollout, row),
    artifactIds: rollout.components.flatMap((component) => variantFor(world, component, device)?.artifact.id ?? []),
    createdAtMs: createdMsOf(targets.instants, row),
    ...(bucket !== undefined && isOver(bucket)
      ? { finishedAtMs: instantAt(targets.instants, row, INSTANT.since) }
      : {}),
  };
}

/**
 * The log of a target, attempt by attempt, at most 64 KB each: what a device over HTTP sent, or what a simulated one
 * writes about the steps it took. Absent: it is no target. Source: contract.md, The device's side.
 */
export function logOf(
  world: World,
  projectId: ProjectId,
  deploymentId: DeploymentId,
  deviceId: DeviceId,
): string | undefined {
  const found = findTarget(world, projectId, deploymentId, deviceId);
  if (found === undefined) return undefined;
  const { rollout, row, device } = found;
  const sent = rollout.logs.get(row);
  const isExternal = isMarked(world.fleet, device, MARK.external);
  const attempts = attemptsOf(rollout, row);
  return attempts
    .flatMap((attempt) => {
      const text = sent?.get(attempt.number) ?? (isExternal ? "" : simulatedLog(world, rollout, row, attempt));
      return text === "" ? [] : [`--- attempt ${attempt.number} ---\n${text}`];
    })
    .join("\n");
}

type FoundTarget = { readonly rollout: RolloutState; readonly row: number; readonly device: number };

function findTarget(
  world: World,
  projectId: ProjectId,
  deploymentId: DeploymentId,
  deviceId: DeviceId,
): FoundTarget | undefined {
  const rollout = rolloutOf(world, projectId, deploymentId);
  if (rollout === undefined) return undefined;
  const device = deviceIndexOf(world.seedHash, deviceId);
  const row = rowOf(rollout.targets, device);
  return row < 0 ? undefined : { rollout, row, device };
}

/** What was before the first offer is no attempt; neither is a step that only another reason makes another. */
function attemptsOf({ steps }: RolloutState, row: number): readonly Attempt[] {
  const byNumber = new Map<number, Attempt["steps"][number][]>();
  for (const { substate: code, attempt: number, note: noted, atMs } of stepsOfRow(steps, row)) {
    if (number === 0) continue;
    const taken = byNumber.get(number) ?? [];
    byNumber.set(number, taken);
    const substate = SUBSTATES[code] ?? "offered";
    const note = STEP_NOTES[noted];
    if (note === undefined && taken.at(-1)?.substate === substate) continue;
    taken.push({ substate, atMs, ...(note === undefined ? {} : { note }) });
  }
  return [...byNumber].map(([number, taken]) => ({ number, steps: taken }));
}
