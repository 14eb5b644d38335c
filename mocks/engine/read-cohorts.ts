import { compareText } from "#lib/collection.ts";
import { assertNever } from "#lib/assert.ts";
import type { Cohort, CohortSort, CohortTally } from "#domain/cohort.ts";
import { cohortStanding, type CohortStanding } from "#domain/cohort-standing.ts";
import type { CohortId, ProjectId } from "#domain/ids.ts";
import { activeDeploymentOf } from "./deployment-value.ts";
import type { CohortState } from "./project-state.ts";
import type { CohortPage, CohortQuery } from "./queries.ts";
import type { World } from "./world.ts";

/** The cohorts of a project that match a term (in any case), sorted and paged. Default order: trouble first. */
export function listCohorts(world: World, projectId: ProjectId, query: CohortQuery): CohortPage {
  const { page, perPage, sort, term } = query;
  const all = [...(world.projectsById.get(projectId)?.cohorts.values() ?? [])]
    .filter(({ archived }) => !archived)
    .map((cohort) => cohortValue(world, cohort));
  const wanted = term?.trim().toLowerCase() ?? "";
  const matching = all.filter(({ name }) => name.toLowerCase().includes(wanted)).toSorted(orderOf(sort ?? "trouble"));
  return {
    list: matching.slice(page * perPage, (page + 1) * perPage),
    page,
    perPage,
    total: matching.length,
    tally: tallyOf(all),
  };
}

/** One cohort, archived or not. */
export function cohortOf(world: World, projectId: ProjectId, cohortId: CohortId): Cohort | undefined {
  const cohort = world.projectsById.get(projectId)?.cohorts.get(cohortId);
  return cohort === undefined ? undefined : cohortValue(world, cohort);
}

function cohortValue(world: World, cohort: CohortState): Cohort {
  const activeDeployment = activeDeploymentOf(world, cohort);
  return {
    id: cohort.id,
    name: cohort.name,
    deviceCount: cohort.deviceCount,
    kind: cohort.filter === undefined ? "manual" : "dynamic",
    ...(cohort.filter === undefined ? {} : { filter: cohort.filter }),
    ...(activeDeployment === undefined ? {} : { activeDeployment }),
    deploymentCount: cohort.rollouts.length,
    protected: cohort.protected,
    ...frozenValue(cohort),
    archived: cohort.archived,
    createdAtMs: cohort.createdAtMs,
    updatedAtMs: cohort.updatedAtMs,
  };
}

function frozenValue({ frozen }: CohortState): Pick<Cohort, "frozen"> {
  if (frozen === undefined) return {};
  const { reason, untilMs } = frozen;
  return { frozen: { reason, ...(untilMs === undefined ? {} : { untilMs }) } };
}

function tallyOf(cohorts: readonly Cohort[]): CohortTally {
  const standings = cohorts.map(cohortStanding);
  const counted = (wanted: CohortStanding) => standings.filter((standing) => standing === wanted).length;
  return { moving: counted("moving"), halted: counted("halted"), quiet: counted("quiet") };
}

/** Halted, then failing (the most failures first), then moving, then quiet. */
function troubleOf(cohort: Cohort): number {
  const standing = cohortStanding(cohort);
  if (standing === "halted") return 0;
  if ((cohort.activeDeployment?.counts.buckets.failed ?? 0) > 0) return 1;
  return standing === "moving" ? 2 : 3;
}

const byName = (a: Cohort, b: Cohort): number => compareText(a.name.toLowerCase(), b.name.toLowerCase());
const byStart = (a: Cohort, b: Cohort): number =>
  (a.activeDeployment?.startedAtMs ?? 0) - (b.activeDeployment?.startedAtMs ?? 0);
const byFailures = (a: Cohort, b: Cohort): number =>
  (b.activeDeployment?.counts.buckets.failed ?? 0) - (a.activeDeployment?.counts.buckets.failed ?? 0);

function orderOf(sort: CohortSort): (a: Cohort, b: Cohort) => number {
  switch (sort) {
    case "trouble":
      return (a, b) => troubleOf(a) - troubleOf(b) || byFailures(a, b) || byName(a, b);
    case "name":
      return byName;
    case "-name":
      return (a, b) => byName(b, a);
    case "devices":
      return (a, b) => a.deviceCount - b.deviceCount || byName(a, b);
    case "-devices":
      return (a, b) => b.deviceCount - a.deviceCount || byName(a, b);
    case "started":
      return (a, b) => byStart(a, b) || byName(a, b);
    case "-started":
      return (a, b) => byStart(b, a) || byName(a, b);
    default:
      return assertNever(sort, "cohort order");
  }
}
