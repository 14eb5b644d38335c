import { assertNever } from "#lib/assert.ts";
import type { DeviceId } from "#domain/ids.ts";
import type { TargetFilter, TargetRow, TargetSort } from "#domain/target.ts";

/** What decides where a row stands in a list, and whether it belongs there. */
export type Listing = { readonly filter: TargetFilter; readonly sort: TargetSort };

/** What a page sees of its list at one moment. */
export type Sight = {
  /** Names the order that is kept; another one is another list. */
  readonly order: string;
  readonly rows: readonly TargetRow[];
  /** Of the last pulse. */
  readonly revision: number;
  readonly changedElsewhere: number;
};

/** How far a kept order has fallen behind: where its rows stood, and how many changes came since. */
export type KeptOrder = {
  readonly order: string;
  readonly revision: number;
  readonly places: ReadonlyMap<DeviceId, TargetRow>;
  readonly changesElsewhere: number;
};

/** The memory of an order that has just been taken. */
export function beginOrder({ order, rows, revision }: Sight): KeptOrder {
  return { order, revision, places: placesOf(rows), changesElsewhere: 0 };
}

/** The memory after another look: the very same value when nothing is new, so that it can be kept in a component's state. */
export function keepOrder(kept: KeptOrder, sight: Sight): KeptOrder {
  if (sight.order !== kept.order) return beginOrder(sight);
  const isNewer = sight.revision > kept.revision;
  const strangers = sight.rows.filter(({ deviceId }) => !kept.places.has(deviceId));
  if (!isNewer && strangers.length === 0) return kept;
  return {
    order: kept.order,
    revision: Math.max(kept.revision, sight.revision),
    places: strangers.length === 0 ? kept.places : new Map([...kept.places, ...placesOf(strangers)]),
    changesElsewhere: kept.changesElsewhere + (isNewer ? sight.changedElsewhere : 0),
  };
}

/**
 * How many changes since could show in a fresh list: rows on screen that would stand elsewhere or not at all, and changes
 * of devices on other pages. By name and without a filter on states nothing ever moves.
 */
export function changesSince(kept: KeptOrder, rows: readonly TargetRow[], listing: Listing): number {
  const here = rows.filter((row) => {
    const before = kept.places.get(row.deviceId);
    return before !== undefined && hasMoved(before, row, listing);
  });
  return here.length + (followsLife(listing) ? kept.changesElsewhere : 0);
}

function placesOf(rows: readonly TargetRow[]): ReadonlyMap<DeviceId, TargetRow> {
  return new Map(rows.map((row) => [row.deviceId, row]));
}

function hasMoved(before: TargetRow, after: TargetRow, { filter, sort }: Listing): boolean {
  return (matches(before, filter) && !matches(after, filter)) || placeOf(before, sort) !== placeOf(after, sort);
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
