import { assertNever } from "#lib/assert.ts";
import { cancelDeployment, completeDeployment } from "./commands/deployments.ts";
import { setProtection } from "./commands/protection.ts";
import { unyankArtifact, yankArtifact } from "./commands/yank.ts";
import type { ControlCommand } from "./control-command.ts";
import type { Outcome } from "./facts.ts";
import type { ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/** Carries out what people do to deployments, targets, cohorts and artifacts that are there already. */
export function executeControl(world: World, project: ProjectState, command: ControlCommand): Outcome {
  switch (command.kind) {
    case "cancel-deployment":
      return cancelDeployment(world, project, command);
    case "complete-deployment":
      return completeDeployment(world, project, command);
    case "protect-cohort":
    case "unprotect-cohort":
      return setProtection(world, project, command);
    case "yank-artifact":
      return yankArtifact(world, project, command);
    case "unyank-artifact":
      return unyankArtifact(world, project, command);
    case "pause-deployment":
    case "resume-deployment":
    case "promote-deployment":
    case "retry-targets":
    case "hold-target":
    case "release-target":
    case "retry-target":
    case "tell-window":
    case "freeze-cohort":
    case "unfreeze-cohort":
    case "withdraw-membership":
      return { problem: "unimplemented", message: "This backend cannot do that." };
    default:
      return assertNever(command, "control command");
  }
}
