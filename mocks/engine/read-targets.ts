import { compareText } from "#lib/collection.ts";
import type { DeploymentId, ProjectId } from "#domain/ids.ts";
import type { Problem } from "#domain/problem.ts";
import type { Bucket, TargetFilter, TargetSort } from "#domain/target.ts";
import { nameOrder } from "./name-order.ts";
import { inOrderOf } from "./radix-order.ts";
import { targetMatcher } from "./target-matcher.ts";
import { rolloutOf } from "./deployment-value.ts";
import { NONE } from "./fleet.ts";
import type { TargetPage, TargetQuery } from "./queries.ts";
import type { RolloutState } from "./rollout-state.ts";
import { keepOrder, keptOrder } from "./target-orders.ts";
import { shownCodes } from "./shown-waits.ts";
import { BUCKET_OF, isStuckAt, type TargetColumns } from "./target-columns.ts";
import { targetRow } from "./target-value.ts";
import type { World } from "./world.ts";
import { INSTANT, instantAt } from "./target-instants.ts";

/**
 * The targets of a deployment that match, sorted (default by name) and paged. The answer's `order` names the permutation:
 * later pages that send it neither move nor repeat rows. A forgotten one is `gone`, and so is that of another filter or
 * sort. Absent: no such deployment.
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
  const kept =
    query.order === undefined ? undefined : keptOrder(world.orders, orderKey(rollout, query.order), namedIn(query));
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
  const order = query.order ?? newOrder(world, rollout, askedFor(query), rows);
  const list = [...rows.subarray(page * perPage, (page + 1) * perPage)].map((row) => targetRow(world, rollout, row));
  return { list, page, perPage, total: rows.length, order };
}

/** A token belongs to one deployment: sent with another it is unknown. */
function orderKey({ index }: RolloutState, order: string): string {
  return order.startsWith(`${index.toString(36)}.`) ? order.slice(order.indexOf(".") + 1) : "";
}

function newOrder(world: World, { index }: RolloutState, asked: string, rows: Int32Array): string {
  return `${index.toString(36)}.${keepOrder(world.orders, asked, rows)}`;
}

/** What a page's list is, apart from the page. */
function askedFor({ filter = {}, sort = "name" }: TargetQuery): string {
  return JSON.stringify([Object.entries(filter).toSorted(([a], [b]) => compareText(a, b)), sort]);
}

/** The list that a later page names once more; absent when it leaves that to the token. */
function namedIn(query: TargetQuery): string | undefined {
  const saysNothing = query.sort === undefined && Object.keys(query.filter ?? {}).length === 0;
  return saysNothing ? undefined : askedFor(query);
}

function matchingRows(world: World, rollout: RolloutState, filter: TargetFilter): Int32Array {
  const { targets } = rollout;
  const matches = targetMatcher(world, rollout, filter);
  const rows = new Int32Array(targets.count);
  let count = 0;
  for (let row = 0; row < targets.count; row += 1) {
    if (!matches(row)) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

/** By name first; what then is sorted by leaves the rows of one key as they are. */
function sortedRows(world: World, rollout: RolloutState, rows: Int32Array, sort: TargetSort): Int32Array {
  const named = inNameOrder(world, rollout.targets, rows);
  if (sort === "name") return named;
  if (sort === "-name") return named.toReversed();
  return inOrderOf(named, keyFor(world, rollout, sort), sort.startsWith("-") ? "descending" : "ascending");
}

/** Every name has its place already, so that rows are only put there, and not compared. */
function inNameOrder(world: World, { device }: TargetColumns, rows: Int32Array): Int32Array {
  const { ranks } = nameOrder(world);
  const rowAtRank = new Int32Array(ranks.length).fill(NONE);
  for (const row of rows) rowAtRank[ranks[device[row] ?? 0] ?? 0] = row;
  const named = new Int32Array(rows.length);
  let count = 0;
  for (const row of rowAtRank) {
    if (row === NONE) continue;
    named[count] = row;
    count += 1;
  }
  return named;
}

function keyFor(world: World, rollout: RolloutState, sort: TargetSort): (row: number) => number {
  const { targets } = rollout;
  switch (sort) {
    case "lastReport":
    case "-lastReport":
      return (row) => instantAt(targets.instants, row, INSTANT.report);
    case "since":
    case "-since":
      return (row) => instantAt(targets.instants, row, INSTANT.since);
    case "attempt":
    case "-attempt":
      return (row) => targets.attempt[row] ?? 0;
    case "trouble":
      return (row) => (isStuckAt(targets, row) ? STUCK : (TROUBLE_OF[targets.substate[row] ?? 0] ?? 0));
    default:
      return shownCodes(world, rollout);
  }
}

/** What an operator looks at first has the smallest number. */
const TROUBLE = { failed: 0, "in-progress": 2, pending: 3, succeeded: 4, cancelled: 5 } as const satisfies Record<
  Bucket,
  number
>;
const STUCK = 1;
const TROUBLE_OF = BUCKET_OF.map((bucket) => TROUBLE[bucket]);
