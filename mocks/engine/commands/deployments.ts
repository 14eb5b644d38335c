import type { DeploymentRequest } from "#domain/deployment.ts";
import type { DeploymentId } from "#domain/ids.ts";
import { nameProblem, notesProblem } from "#domain/name.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import { cancelRest, completeRollout } from "../close-rollout.ts";
import type { Outcome } from "../facts.ts";
import { impactChanges } from "../impact-hash.ts";
import type { CohortState, ProjectState } from "../project-state.ts";
import { conflict, invalid, notFound, unprocessable } from "../refusal.ts";
import type { RolloutState } from "../rollout-state.ts";
import { startRollout } from "../start-rollout.ts";
import type { World } from "../world.ts";
import { livingCohort } from "./cohorts.ts";
import { chosenArtifacts } from "./chosen-artifacts.ts";
import type { CommandOf } from "./command-of.ts";

/** Starts a deployment, unless what was reviewed has changed meanwhile. */
export function startDeployment(
  world: World,
  project: ProjectState,
  { cohortId, request }: CommandOf<"start-deployment">,
  actor: string,
): Outcome {
  const cohort = livingCohort(project, cohortId);
  if (cohort === undefined) return notFound("cohort");
  const problem = requestProblem(world, project, cohort, request);
  if (problem !== undefined) return problem;
  const artifacts = chosenArtifacts(world, project, cohort, request.artifactIds);
  if (isProblem(artifacts)) return artifacts;
  const changes = request.impactHash === undefined ? [] : impactChanges(world, cohort, artifacts, request.impactHash);
  if (changes.length > 0) {
    return {
      problem: "stale",
      message: "What was reviewed has changed meanwhile, so nothing was started.",
      next: "Review the changes again.",
      facts: { changes },
    };
  }
  const rollout = startRollout(world, project, cohort, request, artifacts, actor);
  return { facts: { deploymentId: rollout.id } };
}

/** Cancels the rest of a deployment; once more, to stop the downloads too. */
export function cancelDeployment(
  world: World,
  project: ProjectState,
  { deploymentId, stopDownloads }: CommandOf<"cancel-deployment">,
): Outcome {
  const rollout = rolloutNamed(world, project, deploymentId);
  if (rollout === undefined) return notFound("deployment");
  const stopsMore = rollout.closed === "cancelled" && stopDownloads && !rollout.downloadsStopped;
  if (rollout.closed !== undefined && !stopsMore) return closedAlready(rollout);
  cancelRest(world, rollout, stopDownloads);
  return { facts: { deploymentId } };
}

/** Completes a deployment that is open. */
export function completeDeployment(
  world: World,
  project: ProjectState,
  { deploymentId }: CommandOf<"complete-deployment">,
): Outcome {
  const rollout = rolloutNamed(world, project, deploymentId);
  if (rollout === undefined) return notFound("deployment");
  if (rollout.closed !== undefined) return closedAlready(rollout);
  completeRollout(world, rollout);
  return { facts: { deploymentId } };
}

function rolloutNamed(world: World, project: ProjectState, deploymentId: DeploymentId): RolloutState | undefined {
  const index = project.rollouts.get(deploymentId);
  return index === undefined ? undefined : world.rollouts[index];
}

function closedAlready({ name, closed }: RolloutState): Problem {
  const how = { superseded: "superseded by a newer one", cancelled: "cancelled", completed: "completed" };
  return conflict(`${name} was ${how[closed ?? "completed"]} already.`, "Reload to see how it stands.");
}

function requestProblem(
  world: World,
  project: ProjectState,
  cohort: CohortState,
  { name, notes, origin }: DeploymentRequest,
): Problem | undefined {
  const problem = nameProblem(name);
  if (problem !== undefined) return invalid("name", problem);
  const wrongNotes = notesProblem(notes ?? "");
  if (wrongNotes !== undefined) return invalid("notes", wrongNotes);
  if (origin === undefined) return undefined;
  const ofCohort = (id: DeploymentId) => rolloutNamed(world, project, id)?.cohort === cohort.index;
  if (ofCohort(origin.rollbackOf) && ofCohort(origin.to)) return undefined;
  return unprocessable("origin", "A rollback goes from one deployment of this cohort to another of it.");
}
