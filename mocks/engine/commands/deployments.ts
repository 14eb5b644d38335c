import type { DeploymentRequest } from "#domain/deployment.ts";
import type { DeploymentId } from "#domain/ids.ts";
import { nameProblem, notesProblem } from "#domain/name.ts";
import { planFrom } from "#domain/plan-request.ts";
import type { Plan } from "#domain/plan.ts";
import { isProblem, type Problem } from "#domain/problem.ts";
import type { WindowFact } from "../control-command.ts";
import type { Outcome } from "../facts.ts";
import { isMarked, MARK } from "../fleet.ts";
import { mintedId } from "../ids.ts";
import { impactChanges } from "../impact-hash.ts";
import type { CohortState, ProjectState } from "../project-state.ts";
import { conflict, invalid, notFound, unprocessable } from "../refusal.ts";
import { startRollout } from "../start-rollout.ts";
import { nextMinted, type World } from "../world.ts";
import { livingCohort } from "./cohorts.ts";
import { artifactsProblem, namedArtifacts } from "./chosen-artifacts.ts";
import type { CommandOf } from "./command-of.ts";
import { deviceRow } from "./device-row.ts";
import { rolloutNamed } from "./rollout-named.ts";

/** Starts a deployment, or puts it where it waits for its start, unless what was reviewed has changed meanwhile. */
export function startDeployment(
  world: World,
  project: ProjectState,
  { cohortId, request, window }: CommandOf<"start-deployment">,
  actor: string,
): Outcome {
  const cohort = livingCohort(project, cohortId);
  if (cohort === undefined) return notFound("cohort");
  const problem = requestProblem(world, project, cohort, request);
  if (problem !== undefined) return problem;
  const artifacts = namedArtifacts(project, request.artifactIds);
  if (isProblem(artifacts)) return artifacts;
  const id = mintedId("deployment", world.seedHash, world.minted);
  const plan = planFrom(request.plan, { seed: id, nowMs: world.nowMs });
  if (isProblem(plan)) return plan;
  const strangers = strangerProblem(world, project, cohort, plan);
  if (strangers !== undefined) return strangers;
  const changes =
    request.impactHash === undefined ? [] : impactChanges(world, cohort, artifacts, plan, request.impactHash);
  if (changes.length > 0) {
    return {
      problem: "stale",
      message: "What was reviewed has changed meanwhile, so nothing was started.",
      next: "Review the changes again.",
      facts: { changes },
    };
  }
  const wrong = artifactsProblem(world, cohort, artifacts) ?? planProblem(world, cohort, plan, window);
  if (wrong !== undefined) return wrong;
  nextMinted(world);
  startRollout(world, project, cohort, { id, request, plan, artifacts, actor, window });
  return { facts: { deploymentId: id } };
}

/** Why this cohort cannot take this plan now, however right the plan is by itself. */
function planProblem(
  world: World,
  cohort: CohortState,
  { startAtMs = 0, startPolicy, window: hours }: Plan,
  window: WindowFact | undefined,
): Problem | undefined {
  const startsNow = startAtMs <= world.nowMs && startPolicy === "now";
  if (cohort.frozen !== undefined && startsNow) {
    return conflict(
      `${cohort.name} is frozen: ${cohort.frozen.reason}`,
      "Unfreeze it first, or plan the start for later.",
    );
  }
  if (hours !== undefined && (window === undefined || window.nextAtMs <= world.nowMs)) {
    return unprocessable("plan.window", "When this window opens and shuts was not worked out.");
  }
  return undefined;
}

/** The first chosen device that is no enabled member. Named before what else changed: it is the more exact answer. */
function strangerProblem(
  world: World,
  project: ProjectState,
  cohort: CohortState,
  { targeting }: Plan,
): Problem | undefined {
  if (typeof targeting !== "object") return undefined;
  const isMember = (device: number) =>
    world.fleet.cohort[device] === cohort.index && isMarked(world.fleet, device, MARK.enabled);
  const stranger = targeting.deviceIds.find((deviceId) => !isMember(deviceRow(world, project, deviceId)));
  if (stranger === undefined) return undefined;
  return unprocessable(
    "plan.targeting.deviceIds",
    `${stranger} is no enabled device of ${cohort.name}.`,
    "Name enabled members of the cohort only.",
  );
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
