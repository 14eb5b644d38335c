import type { Artifact } from "#domain/artifact.ts";
import type { Composition } from "#domain/composition.ts";
import { diffCompositions, type PackageChange } from "#domain/deployment-diff.ts";
import type { PackageId } from "#domain/ids.ts";
import type { Impact, PackageImpact } from "#domain/impact.ts";
import { sizeOf, type SizeRange } from "./version-choices.ts";

/** One package of the review: against the last deployment, and against what devices report. */
export type ReviewLine = {
  readonly change: PackageChange;
  readonly main: boolean;
  /** Absent for a removed package, and while or where the backend cannot say. */
  readonly impact?: PackageImpact;
  /** Absent when no device would download it. */
  readonly sizeBytes?: SizeRange;
};

/** A composition against the one before it; unchanged packages stand apart but are never left out. */
export type ReviewPlan = {
  readonly changed: readonly ReviewLine[];
  readonly unchanged: readonly ReviewLine[];
  readonly total: number;
};

/** Lays a composition beside the last deployment's and, where known, beside what devices report. */
export function reviewPlan({
  before,
  after,
  mainPackageId,
  artifacts,
  impact,
}: {
  readonly before: Composition;
  readonly after: Composition;
  readonly mainPackageId: PackageId | undefined;
  readonly artifacts: readonly Artifact[];
  readonly impact: Impact | undefined;
}): ReviewPlan {
  const lines = diffCompositions(before, after, mainPackageId).map((change): ReviewLine => {
    const line = { change, main: change.packageId === mainPackageId };
    if (change.kind === "removed") return line;
    const onDevices = impact?.packages.find(({ packageId }) => packageId === change.packageId);
    const sizeBytes = sizeOf(change.packageId, change.to, artifacts);
    return {
      ...line,
      ...(onDevices === undefined ? {} : { impact: onDevices }),
      ...(sizeBytes === undefined || onDevices?.transferBytes === 0 ? {} : { sizeBytes }),
    };
  });
  return {
    changed: lines.filter(({ change }) => change.kind !== "unchanged"),
    unchanged: lines.filter(({ change }) => change.kind === "unchanged"),
    total: lines.length,
  };
}

/** What follows the name in the review's heading: "changes 3 of 5 packages". */
export function changesText({ changed, total }: Pick<ReviewPlan, "changed" | "total">): string {
  const packages = total === 1 ? "package" : "packages";
  if (total === 0) return "has no packages yet";
  if (changed.length === 0) return total === 1 ? "does not change its package" : `changes none of ${total} packages`;
  if (changed.every(({ change }) => change.kind === "added") && changed.length === total)
    return total === 1 ? "adds the first package" : `adds the first ${total} packages`;
  return `changes ${changed.length} of ${total} ${packages}`;
}

/** Devices that have still to take a package which the last deployment named already. */
export function stillToTake(line: ReviewLine): number {
  if (line.impact === undefined) return 0;
  const { upgrade, downgrade, changed } = line.impact.numbers;
  return upgrade + downgrade + changed;
}
