import { isInRange } from "#domain/version-range.ts";
import { existingDevice } from "#mocks/engine/commands/device-row.ts";
import { isMarked, MARK } from "#mocks/engine/fleet.ts";
import { textOf } from "#mocks/engine/interner.ts";
import { reportedVersion } from "#mocks/engine/package-state.ts";
import type { RolloutState } from "#mocks/engine/rollout-state.ts";
import type { World } from "#mocks/engine/world.ts";
import { LIVE } from "./codes.ts";

/** Devices that a rollout that starts now can be offered to, or that are busy elsewhere. Source: domain.md, Phases. */
export function eligibleAtStart(world: World, rollout: RolloutState): readonly number[] {
  const { fleet } = world;
  const { targeting } = rollout.plan;
  const everybody = Array.from({ length: fleet.count }, (_, device) => device);
  const meant = typeof targeting === "object" ? targeting.deviceIds.map((id) => existingDevice(world, id)) : everybody;
  return meant.filter((device) => {
    if (fleet.cohort[device] !== rollout.cohort || !isMarked(fleet, device, MARK.enabled)) return false;
    if (isBusyElsewhere(world, rollout, device)) return true;
    return fitsAll(world, rollout, device) && !runsAll(rollout, device);
  });
}

/** Whether of each package something is there for a device. Written from domain.md anew, not taken from the engine. */
export function fitsAll({ fleet, projects, texts }: World, { components, project }: RolloutState, device: number) {
  const tags = new Set(projects[project]?.tagSets[fleet.tagSet[device] ?? 0]);
  const board = projects[project]?.blueprintIds[fleet.blueprint[device] ?? -1];
  return components.every(({ variants }) =>
    variants.some(({ artifact: { blueprintId, requires, tagIds } }) => {
      if (blueprintId !== undefined && blueprintId !== board) return false;
      if (!tagIds.every((tag) => tags.has(tag))) return false;
      return [...requires].every(([packageId, range]) => {
        const about = projects[project]?.packages.get(packageId);
        const runs = about === undefined ? undefined : textOf(texts, reportedVersion(about.reported, device));
        return runs !== undefined && isInRange(runs, range);
      });
    }),
  );
}

/** Whether the last reports of a device say that it runs all of a deployment. */
export function runsAll({ components }: RolloutState, device: number): boolean {
  return components.every(({ about, version }) => reportedVersion(about.reported, device) === version);
}

function isBusyElsewhere({ rollouts }: World, rollout: RolloutState, device: number): boolean {
  return rollouts.some(({ targets }, at) => {
    if (at === rollout.index) return false;
    const row = targets.device.subarray(0, targets.count).indexOf(device);
    return row >= 0 && LIVE.has(targets.substate[row] ?? -1);
  });
}
