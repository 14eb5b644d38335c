import type { DeploymentEvent, DeploymentEvents } from "#domain/deployment-event.ts";
import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import { SUBSTATES } from "#domain/target.ts";
import { rolloutOf } from "./deployment-value.ts";
import { nameOf } from "./device-names.ts";
import { NONE } from "./fleet.ts";
import { deviceIdAt } from "./ids.ts";
import type { RolloutOccurrence } from "./occurrences.ts";
import type { EventQuery } from "./queries.ts";
import type { RolloutState } from "./rollout-state.ts";
import { STEP_NOTES, stepsFrom, type Step } from "./step-columns.ts";
import { BUCKET_OF } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * The complete log of a deployment in order, the first `limit` entries after the position `since`: what happened to it as
 * a whole and every step of every target. A position that was never reached is `gone`: the world was reset.
 * Absent: no such deployment. Source: contract.md, Live.
 */
export function readEvents(
  world: World,
  projectId: ProjectId,
  deploymentId: DeploymentId,
  { since = 0, limit }: EventQuery,
): DeploymentEvents | Problem | undefined {
  const rollout = rolloutOf(world, projectId, deploymentId);
  if (rollout === undefined) return undefined;
  const { occurrences, steps } = rollout;
  const end = Math.min(since + limit, occurrences.length + steps.count);
  if (since > occurrences.length + steps.count) {
    return { problem: "gone", field: "since", message: "This position is not known any more.", next: "Read from 0." };
  }
  const list: DeploymentEvent[] = [];
  let occurrence = occurrencesBefore(occurrences, since);
  const taken = stepsFrom(steps, since - occurrence, limit).values();
  let stepsBefore = since - occurrence;
  for (let position = since + 1; position <= end; position += 1) {
    const next = occurrences[occurrence];
    if (next !== undefined && next.atStep <= stepsBefore) {
      list.push(occurrenceEvent(world, next, position));
      occurrence += 1;
      continue;
    }
    const step = taken.next();
    if (step.done === true) break;
    list.push(stepEvent(world, rollout, step.value, position));
    stepsBefore += 1;
  }
  return { list, next: end };
}

/** How many of the first `position` entries of the log are about the deployment as a whole. */
function occurrencesBefore(occurrences: readonly RolloutOccurrence[], position: number): number {
  let [low, high] = [0, occurrences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // An occurrence stands behind the steps before it and the occurrences before it.
    if ((occurrences[middle]?.atStep ?? 0) + middle < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function occurrenceEvent(world: World, occurrence: RolloutOccurrence, position: number): DeploymentEvent {
  const { atMs, what, by, reason, phase, device } = occurrence;
  return {
    kind: "deployment",
    position,
    atMs,
    what,
    by,
    ...(reason === undefined ? {} : { reason }),
    ...(phase === undefined ? {} : { phase }),
    ...(device === undefined ? {} : { deviceId: deviceIdAt(world.seedHash, device) }),
  };
}

function stepEvent(world: World, { targets }: RolloutState, step: Step, position: number): DeploymentEvent {
  const { row, substate, attempt, reason, atMs } = step;
  const device = targets.device[row] ?? NONE;
  const note = STEP_NOTES[step.note];
  return {
    kind: "target",
    position,
    atMs,
    deviceId: deviceIdAt(world.seedHash, device),
    name: nameOf(world, device),
    attempt,
    bucket: BUCKET_OF[substate] ?? "pending",
    substate: SUBSTATES[substate] ?? "waiting-offline",
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
  };
}
