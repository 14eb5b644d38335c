import { SUBSTATES } from "#domain/target.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import { changeTarget } from "../change-target.ts";
import { countAvailable, isUnavailable } from "../contact.ts";
import { RETRIED_BY_ID_MAX } from "../control-command.ts";
import type { Outcome } from "../facts.ts";
import { currentRolloutOf } from "../device-places.ts";
import { isMarked, MARK, NONE } from "../fleet.ts";
import { countNoMore } from "../halt-watch.ts";
import { keepOccurrence } from "../occurrences.ts";
import { judge } from "../offer.ts";
import type { ProjectState } from "../project-state.ts";
import { conflict, invalid, notFound } from "../refusal.ts";
import type { RolloutState } from "../rollout-state.ts";
import { isPendingCode } from "../target-classes.ts";
import { BUCKET_OF, codeOf, rowOf } from "../target-columns.ts";
import { targetMatcher } from "../target-matcher.ts";
import { becameReady, wake } from "../wake.ts";
import type { World } from "../world.ts";
import type { CommandOf } from "./command-of.ts";
import { actedOn } from "./control.ts";
import { deviceRow } from "./device-row.ts";

type OneTarget = { readonly rollout: RolloutState; readonly row: number; readonly device: number };

/** Keeps one device from being offered anything; what it is at, it goes on with. Source: domain.md, Glossary (hold). */
export function holdTarget(
  world: World,
  project: ProjectState,
  command: CommandOf<"hold-target">,
  actor: string,
): Outcome {
  const found = targetOf(world, project, command);
  if (isProblem(found)) return found;
  const { rollout, row, device } = found;
  const bucket = BUCKET_OF[rollout.targets.substate[row] ?? 0];
  if (bucket !== "pending" && bucket !== "in-progress") return conflict("The device has finished this deployment.");
  if (rollout.pace.held.has(row)) return conflict("The device is held already.");
  rollout.pace.held.add(row);
  if (bucket === "pending" && rollout.targets.substate[row] !== BUSY) wait(world, rollout, row, "held");
  keepOccurrence(world, rollout, "held", { actor }, { reason: command.reason, device });
  wake(world, rollout);
  return { facts: { deviceId: command.deviceId } };
}

/** Lets a device be offered again, and takes it out of the budget of unavailable ones. */
export function releaseTarget(
  world: World,
  project: ProjectState,
  command: CommandOf<"release-target">,
  actor: string,
): Outcome {
  const found = targetOf(world, project, command);
  if (isProblem(found)) return found;
  const { rollout, row, device } = found;
  const isHeld = rollout.pace.held.delete(row);
  if (!isHeld && !isUnavailable(rollout, row)) {
    return conflict("The device is neither held nor counted as unavailable.");
  }
  countAvailable(world, rollout, row);
  keepOccurrence(world, rollout, "released", { actor }, { reason: command.reason, device });
  if (rollout.targets.substate[row] === HELD) makeReady(world, rollout, row, device);
  return { facts: { deviceId: command.deviceId } };
}

/** Gives one device another attempt, now. */
export function retryTarget(
  world: World,
  project: ProjectState,
  command: CommandOf<"retry-target">,
  actor: string,
): Outcome {
  const found = targetOf(world, project, command);
  if (isProblem(found)) return found;
  const { rollout, row, device } = found;
  if (!isRetriable(world, rollout, row)) return conflict("Only a device that failed or was cancelled can be retried.");
  keepOccurrence(world, rollout, "retried", { actor }, { reason: command.reason, device });
  retry(world, rollout, row);
  return { facts: { deviceId: command.deviceId } };
}

/** Gives another attempt to those of the chosen targets that failed or were cancelled; in order, all or none. */
export function retryTargets(
  world: World,
  project: ProjectState,
  { deploymentId, chosen, reason }: CommandOf<"retry-targets">,
  actor: string,
): Outcome {
  const rollout = actedOn(world, project, deploymentId, "retry");
  if (isProblem(rollout)) return rollout;
  const rows = chosenRows(world, project, rollout, chosen);
  if (isProblem(rows)) return rows;
  const retriable = rows.filter((row) => isRetriable(world, rollout, row));
  if (retriable.length === 0) return conflict("None of these devices has failed or was cancelled.");
  keepOccurrence(world, rollout, "retried", { actor }, { reason });
  for (const row of retriable) retry(world, rollout, row);
  return { facts: { deploymentId } };
}

function chosenRows(
  world: World,
  project: ProjectState,
  rollout: RolloutState,
  chosen: CommandOf<"retry-targets">["chosen"],
): readonly number[] | Problem {
  if ("deviceIds" in chosen) {
    if (chosen.deviceIds.length === 0) return invalid("deviceIds", "Name at least one device.");
    if (chosen.deviceIds.length > RETRIED_BY_ID_MAX) return invalid("deviceIds", "Name at most 1,000 devices.");
    const devices = [...new Set(chosen.deviceIds)].map((deviceId) => deviceRow(world, project, deviceId));
    const rows = devices.map((device) => (device === NONE ? NONE : rowOf(rollout.targets, device)));
    return rows.includes(NONE) ? notFound("target", "deviceIds") : rows;
  }
  const matches = targetMatcher(world, rollout, chosen.filter);
  const rows: number[] = [];
  for (let row = 0; row < rollout.targets.count; row += 1) if (matches(row)) rows.push(row);
  if (rows.length === chosen.expectedCount) return rows;
  return {
    problem: "stale",
    field: "expectedCount",
    message: `${rows.length} devices match now, not ${chosen.expectedCount}.`,
    next: "Look at the list again.",
    facts: { count: rows.length },
  };
}

/** A hold, a release and a retry are refused in the same states: where nothing is offered any more, or not yet. */
function targetOf(
  world: World,
  project: ProjectState,
  { deploymentId, deviceId }: CommandOf<"hold-target" | "release-target" | "retry-target">,
): OneTarget | Problem {
  const rollout = actedOn(world, project, deploymentId, "retry");
  if (isProblem(rollout)) return rollout;
  const device = deviceRow(world, project, deviceId);
  const row = device === NONE ? NONE : rowOf(rollout.targets, device);
  return row === NONE ? notFound("target") : { rollout, row, device };
}

/** Failed, cancelled or in backoff, and still a device of this rollout. */
function isRetriable({ fleet }: World, rollout: RolloutState, row: number): boolean {
  const device = rollout.targets.device[row] ?? NONE;
  if (currentRolloutOf(fleet, device) !== rollout.index || !isMarked(fleet, device, MARK.enabled)) return false;
  const code = rollout.targets.substate[row] ?? 0;
  const bucket = BUCKET_OF[code];
  return bucket === "failed" || bucket === "cancelled" || SUBSTATES[code] === "backoff";
}

function retry(world: World, rollout: RolloutState, row: number): void {
  const device = rollout.targets.device[row] ?? NONE;
  countNoMore(rollout.watch, row, rollout.targets.phase[row] ?? 0);
  if (isPendingCode(rollout.targets.substate[row] ?? 0)) return makeReady(world, rollout, row, device);
  changeTarget(world, rollout, row, { kind: "reopen", atMs: world.nowMs });
  judge(world, rollout, row, device);
  becameReady(world, rollout, row);
}

function makeReady(world: World, rollout: RolloutState, row: number, device: number): void {
  wait(world, rollout, row, "waiting-offline");
  judge(world, rollout, row, device);
  if (rollout.targets.substate[row] === READY) becameReady(world, rollout, row);
}

function wait(world: World, rollout: RolloutState, row: number, substate: "held" | "waiting-offline"): void {
  changeTarget(world, rollout, row, { kind: "wait", atMs: world.nowMs, substate });
}

const HELD = codeOf("held");
const READY = codeOf("waiting-offline");
const BUSY = codeOf("waiting-deployment");
