import { comparePackages, compositionOf, type Component } from "./composition.ts";
import { packageChange, type PackageChange } from "./deployment-diff.ts";
import type { DeploymentState } from "./deployment.ts";
import type { PackageId } from "./ids.ts";

/** How many of the newest deployments decide which packages have a column. Source: Golioth, Deploying Updates. */
export const COLUMNS_FROM_NEWEST = 10;

/** What one deployment did to one package. `unknown`: the deployment before it is not loaded yet. */
export type HistoryChange =
  | PackageChange
  | { readonly kind: "absent"; readonly packageId: PackageId }
  | { readonly kind: "unknown"; readonly packageId: PackageId; readonly to: string };

/**
 * One cell of the history grid: the change, and which halves of the package's track it draws.
 * `above` leads to the newer row, `below` to the older one; an `unknown` cell has none below.
 */
export type HistoryCell = {
  readonly change: HistoryChange;
  readonly track: { readonly above: boolean; readonly below: boolean };
};

/** One deployment with a cell for every column, in column order. */
export type HistoryRow<D> = { readonly deployment: D; readonly cells: readonly HistoryCell[] };

/** The history of a cohort as a grid, newest row first. */
export type HistoryGrid<D> = {
  readonly columns: readonly PackageId[];
  readonly rows: readonly HistoryRow<D>[];
};

type Composed = { readonly components: readonly Pick<Component, "packageId" | "version">[] };

/**
 * The packages used in any of the newest ten deployments, and no other: the main one first, then by name.
 * `deployments` are newest first. A package that the tenth newest removed is not used in any of the ten.
 */
export function historyColumns(
  deployments: readonly Composed[],
  mainPackageId: PackageId | undefined,
): readonly PackageId[] {
  const newest = deployments.slice(0, COLUMNS_FROM_NEWEST);
  const used = new Set(newest.flatMap(({ components }) => components.map(({ packageId }) => packageId)));
  return [...used].toSorted(comparePackages(mainPackageId));
}

/**
 * Lays out the loaded deployments, newest first. `hasOlder` says that more exist than are loaded: the oldest row's
 * changes are then `unknown`, since what it replaced is not at hand.
 */
export function historyGrid<D extends Composed>(
  deployments: readonly D[],
  { mainPackageId, hasOlder }: { readonly mainPackageId: PackageId | undefined; readonly hasOlder: boolean },
): HistoryGrid<D> {
  const columns = historyColumns(deployments, mainPackageId);
  const compositions = deployments.map(({ components }) => compositionOf(components));
  const rows = deployments.map((deployment, index) => {
    const isOldest = index === deployments.length - 1;
    const cells = columns.map((packageId): HistoryCell => {
      const to = compositions[index]?.get(packageId);
      const from = compositions[index + 1]?.get(packageId);
      const change = isOldest && hasOlder ? changeOfOldest(packageId, to) : packageChange(packageId, from, to);
      return {
        change: change ?? { kind: "absent", packageId },
        track: { above: to !== undefined && index > 0, below: from !== undefined },
      };
    });
    return { deployment, cells };
  });
  return { columns, rows };
}

/** What the oldest loaded row can say while the one before it is not loaded. */
function changeOfOldest(packageId: PackageId, to: string | undefined): HistoryChange | undefined {
  return to === undefined ? undefined : { kind: "unknown", packageId, to };
}

/**
 * The deployment a cohort runs: the one that started last, ended or not. `deployments` are newest first; one that was
 * scheduled may have started after a newer one, and one that was cancelled before its time never did. Where a backend does
 * not say when they started, the newest that is neither superseded nor still to start. Source: domain.md, Glossary (active
 * deployment).
 */
export function activeDeploymentOf<D extends { readonly state: DeploymentState; readonly startedAtMs?: number }>(
  deployments: readonly D[],
): D | undefined {
  const started = deployments.filter(({ startedAtMs }) => startedAtMs !== undefined);
  if (started.length === 0) {
    return deployments.find(({ state }) => state !== "superseded" && state !== "scheduled" && state !== "queued");
  }
  // Of two that started at one instant the other was superseded by the newer.
  return started.reduce((last, one) => ((one.startedAtMs ?? 0) > (last.startedAtMs ?? 0) ? one : last));
}
