import type { DeploymentId, DeviceId, ProjectId } from "#domain/ids.ts";
import { SUBSTATE_WORDS } from "#domain/substate-words.ts";
import { SUBSTATES } from "#domain/target.ts";
import { whyNot } from "#domain/why-not-checklist.ts";
import type { WhyNot } from "#domain/why-not.ts";
import { deviceRow } from "./commands/device-row.ts";
import { rolloutOf } from "./deployment-value.ts";
import { NONE } from "./fleet.ts";
import { isLiveAt, selectionFacts } from "./selection-facts.ts";
import { rowOf } from "./target-columns.ts";
import { waitFactsOf } from "./wait-facts.ts";
import type { World } from "./world.ts";

/** Why a device is, or is not, being updated by a deployment; also for one that is no target. Absent: unknown. */
export function whyNotOf(
  world: World,
  projectId: ProjectId,
  deploymentId: DeploymentId,
  deviceId: DeviceId,
): WhyNot | undefined {
  const project = world.projectsById.get(projectId);
  const rollout = rolloutOf(world, projectId, deploymentId);
  if (project === undefined || rollout === undefined) return undefined;
  const device = deviceRow(world, project, deviceId);
  if (device === NONE) return undefined;
  const row = rowOf(rollout.targets, device);
  const facts = selectionFacts(world, rollout, row, device, false);
  const begun = row >= 0 && isLiveAt(rollout.targets, row);
  const wait = row < 0 ? {} : waitFactsOf(world, rollout, row);
  if (!begun) return whyNot(facts, undefined, wait);
  const substate = SUBSTATES[rollout.targets.substate[row] ?? 0] ?? "offered";
  return whyNot(facts, `The device has been offered the update and is at it: ${SUBSTATE_WORDS[substate]}.`, wait);
}
