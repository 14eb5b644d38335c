import type { DeviceFilter } from "#domain/device.ts";
import { tagIdsOf } from "./component-fit.ts";
import { hardwareIdsOf, nameOf } from "./device-names.ts";
import { isMarked, MARK, NONE } from "./fleet.ts";
import { deviceIdAt } from "./ids.ts";
import type { ProjectState } from "./project-state.ts";
import type { World } from "./world.ts";

/**
 * Whether a device of a project matches a filter. A term is looked for in name, hardware ids and id, in any case; of the
 * tags all are required, of the blueprints any; `packageVersion` is `package@version` as last reported.
 */
export function deviceMatcher(world: World, project: ProjectState, filter: DeviceFilter): (device: number) => boolean {
  const { fleet } = world;
  const { blueprintIds = [], enabled, tagIds = [] } = filter;
  const term = filter.term?.trim().toLowerCase() ?? "";
  const cohort = filter.cohortId === undefined ? undefined : (project.cohorts.get(filter.cohortId)?.index ?? UNKNOWN);
  const blueprints = new Set(blueprintIds.map((id) => project.blueprintIds.indexOf(id)));
  const runs = versionMatcher(world, project, filter.packageVersion);
  const hasTerm = (device: number): boolean =>
    nameOf(world, device).toLowerCase().includes(term) ||
    deviceIdAt(world.seedHash, device).includes(term) ||
    hardwareIdsOf(world, device).some((id) => id.toLowerCase().includes(term));
  return (device) =>
    fleet.project[device] === project.index &&
    !isMarked(fleet, device, MARK.deleted) &&
    (cohort === undefined || fleet.cohort[device] === cohort) &&
    (filter.withoutCohort !== true || fleet.cohort[device] === NONE) &&
    (enabled === undefined || isMarked(fleet, device, MARK.enabled) === enabled) &&
    (blueprints.size === 0 || blueprints.has(fleet.blueprint[device] ?? NONE)) &&
    tagIds.every((tagId) => tagIdsOf(world, device).includes(tagId)) &&
    runs(device) &&
    (term === "" || hasTerm(device));
}

/** Stands for a cohort that does not exist: no device is in it. */
const UNKNOWN = -2;

function versionMatcher(
  { texts }: World,
  project: ProjectState,
  packageVersion: string | undefined,
): (device: number) => boolean {
  if (packageVersion === undefined) return () => true;
  const at = packageVersion.indexOf("@");
  const about = [...project.packages.values()].find(({ id }) => id === packageVersion.slice(0, at));
  const version = texts.numbers.get(packageVersion.slice(at + 1)) ?? NONE;
  return (device) => about !== undefined && (about.reported.version[device] ?? 0) === version;
}
