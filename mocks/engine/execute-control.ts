import { assertNever } from "#lib/assert.ts";
import {
  cancelDeployment,
  completeDeployment,
  pauseDeployment,
  promoteDeployment,
  resumeDeployment,
  tellWindow,
} from "./commands/control.ts";
import { withdrawMembership } from "./commands/devices.ts";
import { freezeCohort, unfreezeCohort } from "./commands/freeze.ts";
import { setProtection } from "./commands/protection.ts";
import { holdTarget, releaseTarget, retryTarget, retryTargets } from "./commands/targets.ts";
import { unyankArtifact, yankArtifact } from "./commands/yank.ts";
import type { ControlCommand } from "./control-command.ts";
import type { By, Outcome } from "./facts.ts";
import type { ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/** Carries out what people do to deployments, targets, cohorts and artifacts that are there already. */
export function executeControl(
  world: World,
  project: ProjectState,
  command: ControlCommand,
  { actor }: Pick<By, "actor">,
): Outcome {
  switch (command.kind) {
    case "pause-deployment":
      return pauseDeployment(world, project, command, actor);
    case "resume-deployment":
      return resumeDeployment(world, project, command, actor);
    case "promote-deployment":
      return promoteDeployment(world, project, command, actor);
    case "cancel-deployment":
      return cancelDeployment(world, project, command, actor);
    case "complete-deployment":
      return completeDeployment(world, project, command, actor);
    case "retry-targets":
      return retryTargets(world, project, command, actor);
    case "hold-target":
      return holdTarget(world, project, command, actor);
    case "release-target":
      return releaseTarget(world, project, command, actor);
    case "retry-target":
      return retryTarget(world, project, command, actor);
    case "tell-window":
      return tellWindow(world, project, command);
    case "freeze-cohort":
      return freezeCohort(world, project, command, actor);
    case "unfreeze-cohort":
      return unfreezeCohort(world, project, command, actor);
    case "protect-cohort":
    case "unprotect-cohort":
      return setProtection(world, project, command);
    case "yank-artifact":
      return yankArtifact(world, project, command, actor);
    case "unyank-artifact":
      return unyankArtifact(world, project, command);
    case "withdraw-membership":
      return withdrawMembership(world, project, command);
    default:
      return assertNever(command, "control command");
  }
}
