import type { Problem } from "#domain/problem.ts";
import { changeTarget } from "./change-target.ts";
import { variantFor } from "./component-fit.ts";
import { NONE } from "./fleet.ts";
import type { PackageState } from "./package-state.ts";
import type { ArtifactState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { BUCKET_OF, codeOf } from "./target-columns.ts";
import type { World } from "./world.ts";

/**
 * A device asks for the bytes of a component, simulated or over HTTP. Which variant it gets is decided by who asks. Only
 * what it was offered is served; refused once the downloads of that deployment were stopped.
 * Source: domain.md, Superseded while it works; Manifest.
 */
export function serveBytes(
  world: World,
  device: number,
  about: PackageState,
  version: number,
): ArtifactState | Problem {
  const { fleet, nowMs } = world;
  fleet.contactMs[device] = nowMs;
  const candidates: readonly (readonly [RolloutState | undefined, number])[] = [
    [world.rollouts[fleet.offeredRollout[device] ?? NONE], fleet.offeredRow[device] ?? NONE],
    [world.rollouts[fleet.currentRollout[device] ?? NONE], fleet.currentRow[device] ?? NONE],
  ];
  for (const [rollout, row] of candidates) {
    const component = rollout?.components[rollout.componentOf.get(about) ?? NONE];
    if (rollout === undefined || component?.version !== version || !wasTold(rollout, row)) continue;
    if (rollout.downloadsStopped && rollout.targets.substate[row] === ABORTED) return stopped(rollout);
    const variant = variantFor(world, component, device);
    if (variant === undefined) continue;
    changeTarget(world, rollout, row, { kind: "contact", atMs: nowMs });
    return variant;
  }
  return {
    problem: "not-found",
    message: "This device was not told to run that component.",
    next: "Ask for the desired manifest first.",
  };
}

const ABORTED = codeOf("aborted");

function wasTold({ targets }: RolloutState, row: number): boolean {
  return (targets.attempt[row] ?? 0) > 0 || BUCKET_OF[targets.substate[row] ?? 0] === "succeeded";
}

function stopped({ name }: RolloutState): Problem {
  return { problem: "forbidden", message: `The downloads of ${name} were stopped.` };
}
