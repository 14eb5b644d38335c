import { assertNever } from "#lib/assert.ts";
import type { Pulse } from "#domain/rollout.ts";
import type { TargetFilter, TargetRow, TargetSort } from "#domain/target.ts";

/** What decides whether a row still stands where a fresh list would put it. */
export type Listing = { readonly filter: TargetFilter; readonly sort?: TargetSort };

/** The rows as they are now, in the order that was kept while they changed. */
export function liveRows(rows: readonly TargetRow[], changed: readonly TargetRow[]): readonly TargetRow[] {
  if (changed.length === 0) return rows;
  const latest = new Map(changed.map((row) => [row.deviceId, row]));
  return rows.map((row) => latest.get(row.deviceId) ?? row);
}

/**
 * How many devices a fresh list would show elsewhere, or not at all: rows whose place changed, and devices of other
 * pages that changed since. By name and without a filter nothing ever moves.
 */
export function movedCount(
  rows: readonly TargetRow[],
  { changedRows, changedElsewhere }: Pick<Pulse, "changedRows" | "changedElsewhere">,
  listing: Listing,
): number {
  const before = new Map(rows.map((row) => [row.deviceId, row]));
  const here = changedRows.filter((after) => {
    const row = before.get(after.deviceId);
    return row !== undefined && hasMoved(row, after, listing);
  });
  return here.length + (followsLife(listing) ? changedElsewhere : 0);
}

function hasMoved(before: TargetRow, after: TargetRow, { filter, sort }: Listing): boolean {
  return !matches(after, filter) || placeOf(before, sort) !== placeOf(after, sort);
}

/** Whether a row still belongs to the list; its name never changes while it is watched. */
function matches(row: TargetRow, { buckets, substates, stuck }: TargetFilter): boolean {
  if (buckets !== undefined && !buckets.includes(row.bucket)) return false;
  if (substates !== undefined && !substates.includes(row.substate)) return false;
  return stuck === undefined || row.stuck === stuck;
}

/** Whether a device's progress can change its place or its presence in the list. */
function followsLife({ filter, sort }: Listing): boolean {
  if (filter.buckets !== undefined || filter.substates !== undefined || filter.stuck !== undefined) return true;
  return sort !== "name" && sort !== "-name";
}

/** What the list is ordered by. Without a chosen order the backend puts trouble first, which is a matter of substate. */
function placeOf(row: TargetRow, sort: TargetSort | undefined): string | number {
  switch (sort) {
    case "name":
    case "-name":
      return row.name;
    case "lastReport":
    case "-lastReport":
      return row.lastReportAtMs ?? 0;
    case "since":
    case "-since":
      return row.sinceMs;
    case "attempt":
    case "-attempt":
      return row.attempt;
    case undefined:
    case "substate":
    case "-substate":
      return row.substate;
    default:
      return assertNever(sort, "order of targets");
  }
}
