import { deviceKinds } from "./device-kinds.ts";
import { deviceNamed, hardwareIdsOf } from "./device-names.ts";
import { isMarked, MARK, NONE } from "./fleet.ts";
import { textSearch } from "./name-search.ts";
import type { ProjectState } from "./project-state.ts";
import type { ListedDevices } from "./queries.ts";
import { versionMatcher } from "./version-matcher.ts";
import type { World } from "./world.ts";

/**
 * Whether a device of a project matches a filter. Name and hardware id are meant whole. A term is looked for in name, hardware ids and id, in any case; of the
 * tags all are required, of the blueprints any; `packageVersion` is `package@version` as last reported.
 */
export function deviceMatcher(world: World, project: ProjectState, filter: ListedDevices): (device: number) => boolean {
  const { fleet } = world;
  const { blueprintIds = [], deviceName, enabled, hardwareId, packageVersion, tagIds = [] } = filter;
  const term = filter.term?.trim().toLowerCase() ?? "";
  const hasTerm = term === "" ? undefined : textSearch(world, term);
  const named = deviceName === undefined ? undefined : deviceNamed(world, project.index, deviceName);
  const cohort = filter.cohortId === undefined ? undefined : (project.cohorts.get(filter.cohortId)?.index ?? UNKNOWN);
  const isOfKind = deviceKinds(
    world,
    project,
    (kind) =>
      (blueprintIds.length === 0 || blueprintIds.some((id) => id === kind.blueprintId)) &&
      tagIds.every((tagId) => kind.tagIds.includes(tagId)),
  );
  const runs = packageVersion === undefined ? undefined : versionMatcher(world, project, packageVersion);
  return (device) =>
    fleet.project[device] === project.index &&
    !isMarked(fleet, device, MARK.deleted) &&
    (named === undefined || device === named) &&
    (cohort === undefined || fleet.cohort[device] === cohort) &&
    (filter.withoutCohort !== true || fleet.cohort[device] === NONE) &&
    (enabled === undefined || isMarked(fleet, device, MARK.enabled) === enabled) &&
    isOfKind(device) &&
    (runs === undefined || runs(device)) &&
    (hardwareId === undefined || hardwareIdsOf(world, device).includes(hardwareId)) &&
    (hasTerm === undefined || hasTerm(device));
}

/** Stands for a cohort that does not exist: no device is in it. */
const UNKNOWN = -2;
