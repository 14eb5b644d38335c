import { compareText } from "#lib/collection.ts";
import type { Cohort } from "#domain/cohort.ts";
import type { Page } from "#domain/project.ts";

/** A backend that cannot search is read this far and searched here. */
export const MAX_COHORTS = 1_000;

const PER_PAGE = 100;

/** One page out of all cohorts, for a backend that neither searches nor sorts: by part of a name, in order of name or size. */
export function pageOfCohorts(
  cohorts: readonly Cohort[],
  asked: { readonly term?: string; readonly sort?: string; readonly page?: number; readonly perPage?: number },
): Page<Cohort> {
  const { term = "", sort = "name", page = 0, perPage = PER_PAGE } = asked;
  const part = term.trim().toLowerCase();
  const matching = cohorts.filter(({ name }) => name.toLowerCase().includes(part)).toSorted(orderOf(sort));
  return { list: matching.slice(page * perPage, (page + 1) * perPage), page, perPage, total: matching.length };
}

function orderOf(sort: string): (a: Cohort, b: Cohort) => number {
  const direction = sort.startsWith("-") ? -1 : 1;
  // Trouble and start need what such a backend does not tell; the name stands in.
  const bySize = sort.endsWith("devices");
  return (a, b) => direction * ((bySize ? a.deviceCount - b.deviceCount : 0) || compareText(a.name, b.name));
}
