import type { Problem } from "#domain/problem.ts";
import { changeTarget } from "./change-target.ts";
import { heardOf } from "./contact.ts";
import { variantFor } from "./component-fit.ts";
import { NONE } from "./fleet.ts";
import type { PackageState } from "./package-state.ts";
import type { ArtifactState } from "./project-state.ts";
import type { RolloutState } from "./rollout-state.ts";
import { codeOf } from "./target-columns.ts";
import { toldOnce } from "./told-once.ts";
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
  const { nowMs } = world;
  const place = toldOnce(world, device, about, version);
  const component = place?.rollout.components[place.rollout.componentOf.get(about) ?? NONE];
  if (place !== undefined && component !== undefined) {
    const { rollout, row } = place;
    if (rollout.downloadsStopped && rollout.targets.substate[row] === ABORTED) return stopped(rollout);
    const variant = variantFor(world, component, device);
    if (variant !== undefined) {
      world.messages += 1;
      heardOf(world, device);
      changeTarget(world, rollout, row, { kind: "contact", atMs: nowMs });
      return variant;
    }
  }
  return {
    problem: "not-found",
    message: "This device was not told to run that component.",
    next: "Ask for the desired manifest first.",
  };
}

const ABORTED = codeOf("aborted");

function stopped({ name }: RolloutState): Problem {
  return { problem: "forbidden", message: `The downloads of ${name} were stopped.` };
}
