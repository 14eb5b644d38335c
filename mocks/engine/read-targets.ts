import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import type { Bucket, TargetFilter, TargetSort } from "#domain/target.ts";
import { nameRanks } from "./name-ranks.ts";
import { rolloutOf } from "./deployment-value.ts";
import { nameOf } from "./device-names.ts";
import type { TargetPage, TargetQuery } from "./queries.ts";
import type { RolloutState } from "./rollout-state.ts";
import { keepOrder, keptOrder } from "./target-orders.ts";
import { BUCKET_OF, codeOf, isStuckAt, type TargetColumns } from "./target-columns.ts";
import { targetRow } from "./target-value.ts";
import type { World } from "./world.ts";

/**
 * The targets of a deployment that match, sorted (default by name) and paged. The answer's `order` names the permutation:
 * later pages that send it neither move nor repeat rows. A forgotten one is `gone`. Absent: no such deployment.
 * Source: contract.md, Operations (targets).
 */
export function listTargets(
  world: World,
  projectId: ProjectId,
  deploymentId: DeploymentId,
  query: TargetQuery,
): TargetPage | Problem | undefined {
  const rollout = rolloutOf(world, projectId, deploymentId);
  if (rollout === undefined) return undefined;
  const { page, perPage } = query;
  const kept = query.order === undefined ? undefined : keptOrder(world.orders, orderKey(rollout, query.order));
  if (query.order !== undefined && kept === undefined) {
    return {
      problem: "gone",
      field: "order",
      message: "This order of the list is no longer kept.",
      next: "Load the list again.",
    };
  }
  const rows =
    kept ?? sortedRows(world, rollout, matchingRows(world, rollout, query.filter ?? {}), query.sort ?? "name");
  const order = query.order ?? newOrder(world, rollout, rows);
  const list = [...rows.subarray(page * perPage, (page + 1) * perPage)].map((row) => targetRow(world, rollout, row));
  return { list, page, perPage, total: rows.length, order };
}

/** A token belongs to one deployment: sent with another it is unknown. */
function orderKey({ index }: RolloutState, order: string): string {
  return order.startsWith(`${index.toString(36)}.`) ? order.slice(order.indexOf(".") + 1) : "";
}

function newOrder(world: World, { index }: RolloutState, rows: Int32Array): string {
  return `${index.toString(36)}.${keepOrder(world.orders, rows)}`;
}

function matchingRows(world: World, { targets }: RolloutState, filter: TargetFilter): Int32Array {
  const { buckets, substates, stuck } = filter;
  const term = filter.term?.trim().toLowerCase() ?? "";
  const codes = substates === undefined || substates.length === 0 ? undefined : new Set(substates.map(codeOf));
  const passes = BUCKET_OF.map(
    (bucket, code) =>
      (buckets === undefined || buckets.length === 0 || buckets.includes(bucket)) && (codes?.has(code) ?? true),
  );
  const rows = new Int32Array(targets.count);
  let count = 0;
  for (let row = 0; row < targets.count; row += 1) {
    if (passes[targets.substate[row] ?? 0] !== true) continue;
    if (stuck !== undefined && isStuckAt(targets, row) !== stuck) continue;
    if (
      term !== "" &&
      !nameOf(world, targets.device[row] ?? 0)
        .toLowerCase()
        .includes(term)
    )
      continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

function sortedRows(world: World, { targets }: RolloutState, rows: Int32Array, sort: TargetSort): Int32Array {
  const ranks = nameRanks(world);
  const rankOf = (row: number) => ranks[targets.device[row] ?? 0] ?? 0;
  if (sort === "name") return byRank(rows, targets, ranks);
  if (sort === "-name") return byRank(rows, targets, ranks).toReversed();
  const key = keyFor(targets, sort);
  const sign = sort.startsWith("-") ? -1 : 1;
  return rows.sort((a, b) => sign * (key(a) - key(b)) || rankOf(a) - rankOf(b));
}

/** Sorts by name without a comparison function: rank and row packed into one number each. */
function byRank(rows: Int32Array, targets: TargetColumns, ranks: Uint32Array): Int32Array {
  const packed = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    packed[at] = (ranks[targets.device[row] ?? 0] ?? 0) * ROWS + row;
  }
  packed.sort();
  for (let at = 0; at < rows.length; at += 1) rows[at] = (packed[at] ?? 0) % ROWS;
  return rows;
}

/** More rows than any rollout has; with 2^28 ranks the product still is an exact number. */
const ROWS = 2 ** 25;

function keyFor(targets: TargetColumns, sort: TargetSort): (row: number) => number {
  switch (sort) {
    case "lastReport":
    case "-lastReport":
      return (row) => targets.reportMs[row] ?? 0;
    case "since":
    case "-since":
      return (row) => targets.sinceMs[row] ?? 0;
    case "attempt":
    case "-attempt":
      return (row) => targets.attempt[row] ?? 0;
    case "trouble":
      return (row) => (isStuckAt(targets, row) ? STUCK : (TROUBLE_OF[targets.substate[row] ?? 0] ?? 0));
    default:
      return (row) => targets.substate[row] ?? 0;
  }
}

/** What an operator looks at first has the smallest number. */
const TROUBLE = { failed: 0, "in-progress": 2, pending: 3, succeeded: 4, cancelled: 5 } as const satisfies Record<
  Bucket,
  number
>;
const STUCK = 1;
const TROUBLE_OF = BUCKET_OF.map((bucket) => TROUBLE[bucket]);
