import { compareText } from "#lib/collection.ts";
import type { CohortFilter } from "#domain/cohort.ts";
import { filterTakes } from "#domain/cohort-filter.ts";
import type { FilterPreview, SomeDevices } from "#domain/filter-preview.ts";
import type { CohortId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import { filterProblem, livingCohort } from "./commands/cohorts.ts";
import { deviceKinds, type DeviceKind } from "./device-kinds.ts";
import { deviceValue } from "./device-value.ts";
import { MARK, NONE } from "./fleet.ts";
import type { CohortState, ProjectState } from "./project-state.ts";
import { notFound } from "./refusal.ts";
import type { World } from "./world.ts";

/** How many devices a preview shows. */
const SAMPLE = 5;

/**
 * What a cohort would hold if it had this filter: `cohortId` when one is edited, absent while one is created, which makes
 * it the youngest. One pass over the fleet; filters are asked once for each blueprint with each set of tags.
 * A blueprint, tag or cohort that does not exist is not found. Source: domain.md, Glossary (cohort).
 */
export function readFilterPreview(
  world: World,
  projectId: ProjectId,
  filter: CohortFilter,
  cohortId?: CohortId,
): FilterPreview | Problem {
  const project = world.projectsById.get(projectId);
  if (project === undefined) return notFound("project");
  const cohort = cohortId === undefined ? undefined : livingCohort(project, cohortId);
  if (cohortId !== undefined && cohort === undefined) return notFound("cohort");
  const problem = filterProblem(project, filter);
  if (problem !== undefined) return problem;
  const tally = tallyOf(world, project, filter, cohort);
  return {
    matching: tally.matching,
    takes: tally.takes.count,
    placedByHand: tally.placedByHand,
    sample: someDevices(world, tally.takes).sample,
    overlaps: tally.others.flatMap(({ id, name, index }, at) => {
      const count = tally.shared[at] ?? 0;
      return count === 0 ? [] : { cohortId: id, name, count, wins: otherWins(index, cohort) ? "other" : "this" };
    }),
    ...(cohort === undefined
      ? {}
      : { change: { joins: someDevices(world, tally.joins), leaves: someDevices(world, tally.leaves) } }),
  };
}

function someDevices(world: World, { count, sample }: Counted): SomeDevices {
  const devices = sample.map((device) => deviceValue(world, device));
  return { count, sample: devices.toSorted((a, b) => compareText(a.name, b.name)) };
}

/** Whether another dynamic cohort is older than the one that is looked at. */
function otherWins(other: number, cohort: CohortState | undefined): boolean {
  return cohort === undefined || other < cohort.index;
}

/** How many so far, and those of them with the smallest keys, smallest first. */
type Counted = { count: number; readonly sample: number[] };

/** What one pass counts; `shared` runs along `others`. */
type Tally = {
  matching: number;
  placedByHand: number;
  readonly takes: Counted;
  /** Of a cohort that exists: who it would take and does not have. */
  readonly joins: Counted;
  /** Of a cohort that exists: who it has by its filter and would not take any more. */
  readonly leaves: Counted;
  /** Dynamic cohorts, oldest first. */
  readonly others: readonly CohortState[];
  readonly shared: number[];
};

/** What holds for all devices of one blueprint with one set of tags; absent: the filter does not match them. */
type Kind = {
  /** Which of the other dynamic cohorts match too, as places in `others`. */
  readonly sharedWith: readonly number[];
  /** None of those is older. */
  readonly takes: boolean;
};

function tallyOf(world: World, project: ProjectState, filter: CohortFilter, cohort: CohortState | undefined): Tally {
  const { fleet } = world;
  const others = world.cohorts.filter(
    (other) => other !== cohort && !other.archived && other.filter !== undefined && other.project === project.index,
  );
  const tally: Tally = {
    matching: 0,
    placedByHand: 0,
    takes: { count: 0, sample: [] },
    joins: { count: 0, sample: [] },
    leaves: { count: 0, sample: [] },
    others,
    shared: others.map(() => 0),
  };
  const kindOf = deviceKinds(world, project, (subject) => kindFor(filter, others, cohort, subject));
  const own = cohort?.index ?? NONE;
  for (let device = 0; device < fleet.count; device += 1) {
    const marks = fleet.marks[device] ?? 0;
    if (fleet.project[device] !== project.index || (marks & MARK.deleted) !== 0) continue;
    const kind = kindOf(device);
    const isByHand = (marks & MARK.manual) !== 0;
    const isHere = cohort !== undefined && fleet.cohort[device] === own;
    const taken = kind !== undefined && (isByHand ? isHere : kind.takes);
    if (taken) count(tally.takes, fleet.keys, device);
    if (taken && !isHere) count(tally.joins, fleet.keys, device);
    if (isHere && !isByHand && !taken) count(tally.leaves, fleet.keys, device);
    if (kind === undefined) continue;
    tally.matching += 1;
    if (isByHand && !isHere) tally.placedByHand += 1;
    if (!isByHand) for (const at of kind.sharedWith) tally.shared[at] = (tally.shared[at] ?? 0) + 1;
  }
  return tally;
}

function kindFor(
  filter: CohortFilter,
  others: readonly CohortState[],
  cohort: CohortState | undefined,
  subject: DeviceKind,
): Kind | undefined {
  if (!filterTakes(filter, subject)) return undefined;
  const sharedWith = others.flatMap((other, at) =>
    other.filter !== undefined && filterTakes(other.filter, subject) ? at : [],
  );
  return { sharedWith, takes: !sharedWith.some((at) => otherWins(others[at]?.index ?? NONE, cohort)) };
}

/** Counts a device, and keeps it when its key is among the smallest: keys are hashes, so that these are any. */
function count(counted: Counted, keys: Uint32Array, device: number): void {
  counted.count += 1;
  const { sample } = counted;
  const key = keys[device] ?? 0;
  const last = keys[sample[SAMPLE - 1] ?? NONE] ?? Infinity;
  if (key >= last) return;
  const at = sample.findIndex((other) => (keys[other] ?? 0) > key);
  sample.splice(at < 0 ? sample.length : at, 0, device);
  if (sample.length > SAMPLE) sample.pop();
}
