import { actRefusal, needsReason, type ControlAct } from "#domain/control-acts.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import { cancelRest, completeRollout } from "../close-rollout.ts";
import type { Outcome } from "../facts.ts";
import { countAnew } from "../halt-watch.ts";
import { lookAt } from "../look-at.ts";
import { keepOccurrence } from "../occurrences.ts";
import { goOn, openPhase } from "../progress.ts";
import type { ProjectState } from "../project-state.ts";
import { conflict, invalid, notFound } from "../refusal.ts";
import { stateOf } from "../rollout-standing.ts";
import { controlChanged, type RolloutState } from "../rollout-state.ts";
import { gateMoved, wake } from "../wake.ts";
import type { World } from "../world.ts";
import { startNext } from "../queue.ts";
import type { CommandOf } from "./command-of.ts";
import { rolloutNamed } from "./rollout-named.ts";

type Control<Kind extends "pause" | "resume" | "promote" | "cancel" | "complete"> = CommandOf<`${Kind}-deployment`>;

/** No new offers from now on; devices on their way go on. Costs the same for a million targets as for one. */
export function pauseDeployment(
  world: World,
  project: ProjectState,
  { deploymentId, reason }: Control<"pause">,
  actor: string,
): Outcome {
  const rollout = actedOn(world, project, deploymentId, "pause");
  if (isProblem(rollout)) return rollout;
  rollout.stopped = "paused";
  keepOccurrence(world, rollout, "paused", { actor }, { reason });
  controlChanged(rollout);
  gateMoved(world, rollout);
  return { facts: { deploymentId } };
}

/** Offers are made again. Out of a halt it takes a reason, and what failed before counts no more for the halt rules. */
export function resumeDeployment(
  world: World,
  project: ProjectState,
  { deploymentId, reason }: Control<"resume">,
  actor: string,
): Outcome {
  const rollout = actedOn(world, project, deploymentId, "resume");
  if (isProblem(rollout)) return rollout;
  if (needsReason("resume", stateOf(rollout)) && (reason?.trim() ?? "") === "") {
    return invalid("reason", "A rule stopped this rollout: say why it may go on.");
  }
  if (rollout.stopped === "halted") countAnew(rollout.watch);
  rollout.stopped = undefined;
  keepOccurrence(world, rollout, "resumed", { actor }, { reason });
  controlChanged(rollout);
  goOn(world, rollout);
  wake(world, rollout);
  startNext(world, rollout.cohort);
  return { facts: { deploymentId } };
}

/** Opens the next phase now, whatever the criteria of the present one say. */
export function promoteDeployment(
  world: World,
  project: ProjectState,
  { deploymentId, reason }: Control<"promote">,
  actor: string,
): Outcome {
  const rollout = actedOn(world, project, deploymentId, "promote");
  if (isProblem(rollout)) return rollout;
  const next = rollout.pace.openPhase + 1;
  if (next >= rollout.plan.phases.length) return conflict(`The last phase of ${rollout.name} is open already.`);
  openPhase(world, rollout, next, { actor }, reason);
  goOn(world, rollout);
  return { facts: { deploymentId } };
}

/** Cancels the rest of a deployment; once more, to stop the downloads too. */
export function cancelDeployment(
  world: World,
  project: ProjectState,
  { deploymentId, stopDownloads, reason }: Control<"cancel">,
  actor: string,
): Outcome {
  const rollout = rolloutNamed(world, project, deploymentId);
  if (rollout === undefined) return notFound("deployment");
  const stopsMore = rollout.closed === "cancelled" && stopDownloads && !rollout.downloadsStopped;
  const refused = stopsMore ? undefined : refusedNow(rollout, "cancel");
  if (refused !== undefined) return refused;
  cancelRest(world, rollout, stopDownloads, { by: { actor }, reason });
  startNext(world, rollout.cohort);
  return { facts: { deploymentId } };
}

/** Completes a deployment that is open. */
export function completeDeployment(
  world: World,
  project: ProjectState,
  { deploymentId, reason }: Control<"complete">,
  actor: string,
): Outcome {
  const rollout = actedOn(world, project, deploymentId, "complete");
  if (isProblem(rollout)) return rollout;
  completeRollout(world, rollout, { by: { actor }, reason });
  startNext(world, rollout.cohort);
  return { facts: { deploymentId } };
}

/** When the hours of a rollout turn next; only a later instant than the one that was told last. */
export function tellWindow(
  world: World,
  project: ProjectState,
  { deploymentId, nextAtMs }: CommandOf<"tell-window">,
): Outcome {
  const rollout = rolloutNamed(world, project, deploymentId);
  if (rollout?.window === undefined) return notFound("deployment");
  if (!rollout.window.isDue) return conflict("The hours of this deployment have not turned since it was told of them.");
  if (nextAtMs <= world.nowMs) return invalid("nextAtMs", "The hours turn at an instant that is still to come.");
  rollout.window.nextAtMs = nextAtMs;
  rollout.window.isDue = false;
  lookAt(world, rollout.index);
  return { facts: { deploymentId } };
}

/** The rollout that an act is done to, in a state that takes it. */
export function actedOn(
  world: World,
  project: ProjectState,
  deploymentId: RolloutState["id"],
  act: ControlAct,
): RolloutState | Problem {
  const rollout = rolloutNamed(world, project, deploymentId);
  if (rollout === undefined) return notFound("deployment");
  return refusedNow(rollout, act) ?? rollout;
}

function refusedNow(rollout: RolloutState, act: ControlAct): Problem | undefined {
  const refusal = actRefusal(act, stateOf(rollout));
  return refusal === undefined ? undefined : conflict(refusal, "Reload to see how it stands.");
}
