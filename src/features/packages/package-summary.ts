import type { Artifact } from "#domain/artifact.ts";
import { comparePackages } from "#domain/composition.ts";
import { mainPackageIdOf, type Package } from "#domain/package.ts";
import { newestVersionFirst } from "#domain/version-order.ts";

/** A package with what its artifacts say of it. */
export type PackageSummary = {
  readonly about: Package;
  /** Versions with at least one artifact; variants of one version count once. */
  readonly versionCount: number;
  /** The newest that may be deployed; of a package that has none left, the newest of all. */
  readonly newest?: Pick<Artifact, "version" | "createdAtMs" | "yanked">;
  /** Versions that a deployment names; absent where the backend does not say. */
  readonly usedVersionCount?: number;
  /** Versions of which no file may be deployed any more. */
  readonly yankedVersionCount: number;
};

/** Every package with its versions, the main one first, then by id. */
export function summariesOf(packages: readonly Package[], artifacts: readonly Artifact[]): readonly PackageSummary[] {
  const mainId = mainPackageIdOf(packages);
  const inOrder = comparePackages(mainId);
  return packages.toSorted((a, b) => inOrder(a.id, b.id)).map((about) => summaryOf(about, artifacts));
}

/** One package with its versions; artifacts of others are left aside. */
export function summaryOf(about: Package, artifacts: readonly Artifact[]): PackageSummary {
  const own = artifacts.filter(({ packageId }) => packageId === about.id).toSorted(newestVersionFirst);
  const usable = own.filter(({ yanked }) => yanked === undefined);
  const newest = usable[0] ?? own[0];
  const versionCount = countOf(own);
  return {
    about,
    versionCount,
    yankedVersionCount: versionCount - countOf(usable),
    ...(own.some(({ usedBy }) => usedBy === undefined)
      ? {}
      : { usedVersionCount: countOf(own.filter(({ usedBy = 0 }) => usedBy > 0)) }),
    ...(newest === undefined ? {} : { newest }),
  };
}

/** The packages whose id or description contains the term, whatever its case. */
export function matching(summaries: readonly PackageSummary[], term: string): readonly PackageSummary[] {
  const wanted = term.trim().toLowerCase();
  return summaries.filter(({ about }) => `${about.id}\n${about.description}`.toLowerCase().includes(wanted));
}

function countOf(artifacts: readonly Artifact[]): number {
  return new Set(artifacts.map(({ version }) => version)).size;
}
