import type { DeploymentId, DeviceId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import { specificity } from "#domain/artifact-fit.ts";
import { deviceRow, existingDevice } from "./commands/device-row.ts";
import { variantFor } from "./component-fit.ts";
import { deploymentValue, rolloutOf } from "./deployment-value.ts";
import { isMarked, MARK, NONE } from "./fleet.ts";
import { toldNow } from "./offer.ts";
import { artifactValue, type ArtifactState } from "./project-state.ts";
import type { Desired } from "./queries.ts";
import { conflict, notFound } from "./refusal.ts";
import type { RolloutComponent, RolloutState } from "./rollout-state.ts";
import type { World } from "./world.ts";

/**
 * What a device is told now. An offer is made by the command `ask`; this reads what came of it.
 * Unknown devices are not found, disabled ones forbidden. Source: domain.md, What a device is told.
 */
export function desiredOf(world: World, deviceId: DeviceId): Desired | "nothing" | Problem {
  const device = existingDevice(world, deviceId);
  if (device === NONE) return notFound("device");
  if (!isMarked(world.fleet, device, MARK.enabled))
    return { problem: "forbidden", message: "This device is disabled." };
  const rollout = toldNow(world, device);
  return (rollout === undefined ? undefined : toldBy(world, rollout, device)) ?? "nothing";
}

/**
 * What a deployment tells one device, or without one, what it tells a device of no special kind. Absent: unknown. Before
 * its start it has no sequence number and tells nobody anything: a conflict.
 */
export function toldTo(
  world: World,
  projectId: ProjectId,
  deploymentId: DeploymentId,
  deviceId?: DeviceId,
): Desired | Problem | undefined {
  const project = world.projectsById.get(projectId);
  const rollout = rolloutOf(world, projectId, deploymentId);
  if (project === undefined || rollout === undefined) return undefined;
  const device = deviceId === undefined ? undefined : deviceRow(world, project, deviceId);
  if (device === NONE) return undefined;
  return toldBy(world, rollout, device) ?? conflict("This deployment has not started, so it has no manifest.");
}

function toldBy(world: World, rollout: RolloutState, device: number | undefined): Desired | undefined {
  const deployment = deploymentValue(world, rollout);
  const { sequenceNumber } = rollout;
  if (deployment === undefined || sequenceNumber === undefined) return undefined;
  const components = rollout.components.flatMap((component) => {
    const variant = device === undefined ? leastSpecific(component) : variantFor(world, component, device);
    return variant === undefined ? [] : [{ component: component.component, artifact: artifactValue(variant) }];
  });
  return { deployment, sequenceNumber, components };
}

function leastSpecific({ variants }: RolloutComponent): ArtifactState | undefined {
  return variants.toSorted((a, b) => specificity(a.artifact) - specificity(b.artifact))[0];
}
