import { assertNever } from "#lib/assert.ts";
import type { DeviceId } from "#domain/ids.ts";
import {
  BUCKETS,
  SUBSTATES_OF,
  type Bucket,
  type Counts,
  type Substate,
  type TargetFilter,
  type TargetRow,
  type TargetSort,
} from "#domain/target.ts";

/** What decides where a row stands in a list, and whether it belongs there. */
export type Listing = { readonly filter: TargetFilter; readonly sort: TargetSort };

/** What a page sees of its list at one moment. */
export type Sight = {
  /** Names the order that is kept; another one is another list. */
  readonly order: string;
  readonly rows: readonly TargetRow[];
  /** The three that follow are the last pulse's. */
  readonly revision: number;
  readonly counts: Counts;
  readonly changedElsewhere: number;
};

/** How things stood when an order was taken, and how many changes off the screen came since. */
export type KeptOrder = {
  readonly order: string;
  readonly revision: number;
  readonly counts: Counts;
  readonly places: ReadonlyMap<DeviceId, TargetRow>;
  readonly changesElsewhere: number;
};

/** The memory of an order that has just been taken. */
export function beginOrder({ order, rows, revision, counts }: Sight): KeptOrder {
  return { order, revision, counts, places: placesOf(rows), changesElsewhere: 0 };
}

/** The memory after another look: the very same value when nothing is new, so that it can be kept in a component's state. */
export function keepOrder(kept: KeptOrder, sight: Sight): KeptOrder {
  if (sight.order !== kept.order) return beginOrder(sight);
  const isNewer = sight.revision > kept.revision;
  const strangers = sight.rows.filter(({ deviceId }) => !kept.places.has(deviceId));
  if (!isNewer && strangers.length === 0) return kept;
  return {
    ...kept,
    revision: Math.max(kept.revision, sight.revision),
    places: strangers.length === 0 ? kept.places : new Map([...kept.places, ...placesOf(strangers)]),
    changesElsewhere: kept.changesElsewhere + (isNewer ? sight.changedElsewhere : 0),
  };
}

/**
 * How many devices a fresh list would show elsewhere, or newly, or not at all; at least that many, since two that changed
 * places count for nothing in the totals it is read from. By name and without a filter on states nothing ever moves.
 */
export function movedSince(
  kept: KeptOrder,
  { rows, counts }: Pick<Sight, "rows" | "counts">,
  listing: Listing,
): number {
  const here = rows.filter((row) => {
    const before = kept.places.get(row.deviceId);
    return before !== undefined && hasMoved(before, row, listing);
  }).length;
  switch (listing.sort) {
    case "lastReport":
    case "-lastReport":
    case "since":
    case "-since":
    case "attempt":
    case "-attempt":
      return here + kept.changesElsewhere;
    default:
      // Totals say nothing of the few that a search leaves.
      return hasTotals(listing.filter) ? Math.max(here, shifted(kept.counts, counts, listing)) : here;
  }
}

/** Whether the totals of the rollout are those of the list: they know of states only. */
function hasTotals({ term, phases, reasons }: TargetFilter): boolean {
  return term === undefined && phases === undefined && reasons === undefined;
}

/** Devices that went from one group of the list to another, or into it, or out of it. */
function shifted(before: Counts, after: Counts, listing: Listing): number {
  const [were, are] = [groupSizes(before, listing), groupSizes(after, listing)];
  const changes = [...new Set([...were.keys(), ...are.keys()])].map(
    (group) => (are.get(group) ?? 0) - (were.get(group) ?? 0),
  );
  const came = changes.reduce((sum, change) => sum + Math.max(0, change), 0);
  const went = changes.reduce((sum, change) => sum + Math.max(0, -change), 0);
  return Math.max(came, went);
}

/** How many devices of the list stand in each group that its order makes; by name they are all one group. */
function groupSizes({ substates }: Counts, { filter, sort }: Listing): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const bucket of filter.buckets ?? BUCKETS) {
    for (const substate of SUBSTATES_OF[bucket]) {
      if (filter.substates !== undefined && !filter.substates.includes(substate)) continue;
      const group = groupOf(bucket, substate, sort);
      sizes.set(group, (sizes.get(group) ?? 0) + (substates[substate] ?? 0));
    }
  }
  return sizes;
}

function groupOf(bucket: Bucket, substate: Substate, sort: TargetSort): string {
  if (sort === "trouble") return bucket;
  return sort === "substate" || sort === "-substate" ? substate : "all";
}

function placesOf(rows: readonly TargetRow[]): ReadonlyMap<DeviceId, TargetRow> {
  return new Map(rows.map((row) => [row.deviceId, row]));
}

function hasMoved(before: TargetRow, after: TargetRow, { filter, sort }: Listing): boolean {
  return (matches(before, filter) && !matches(after, filter)) || placeOf(before, sort) !== placeOf(after, sort);
}

/** Whether a row still belongs to the list; its name never changes while it is watched. */
function matches(row: TargetRow, { buckets, substates, stuck, phases, reasons }: TargetFilter): boolean {
  if (phases !== undefined && !phases.includes(row.phase)) return false;
  if (reasons !== undefined && (row.reason === undefined || !reasons.includes(row.reason))) return false;
  if (buckets !== undefined && !buckets.includes(row.bucket)) return false;
  if (substates !== undefined && !substates.includes(row.substate)) return false;
  return stuck === undefined || row.stuck === stuck;
}

/** What the list is ordered by. */
function placeOf(row: TargetRow, sort: TargetSort): string | number {
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
    case "trouble":
      return `${row.bucket} ${row.stuck}`;
    case "substate":
    case "-substate":
      return row.substate;
    default:
      return assertNever(sort, "order of targets");
  }
}
