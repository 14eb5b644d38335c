import type { Artifact } from "#domain/artifact.ts";
import type { PackageId } from "#domain/ids.ts";
import { mainPackageIdOf, type Package } from "#domain/package.ts";
import { comparePackages } from "#domain/composition.ts";

/** A version of a package that can be chosen, with what is known of its artifacts. */
export type VersionChoice = {
  readonly version: string;
  /** Smallest and largest variant; what a device downloads lies between. */
  readonly sizeBytes: SizeRange;
  /** When its newest variant was uploaded. */
  readonly createdAtMs: number;
};

/** What one device downloads, by the variant that fits it. */
export type SizeRange = { readonly least: number; readonly most: number };

/** The versions of a package that may be deployed, the last uploaded first. */
export function versionChoices(packageId: PackageId, artifacts: readonly Artifact[]): readonly VersionChoice[] {
  const usable = artifacts.filter((artifact) => artifact.packageId === packageId && artifact.yanked === undefined);
  const versions = [...new Set(usable.map(({ version }) => version))];
  return versions.map((version) => choiceOf(version, usable)).toSorted((a, b) => b.createdAtMs - a.createdAtMs);
}

/** What one device downloads of a version; nothing when no artifact of it may be deployed. */
export function sizeOf(packageId: PackageId, version: string, artifacts: readonly Artifact[]): SizeRange | undefined {
  return versionChoices(packageId, artifacts).find((choice) => choice.version === version)?.sizeBytes;
}

/** Packages that are not in the draft and have a version to offer, in the order of every list. */
export function addablePackages(
  packages: readonly Package[],
  artifacts: readonly Artifact[],
  used: ReadonlySet<PackageId>,
): readonly { readonly packageId: PackageId; readonly newest: string }[] {
  const main = mainPackageIdOf(packages);
  return packages
    .map(({ id }) => id)
    .filter((id) => !used.has(id))
    .toSorted(comparePackages(main))
    .flatMap((packageId) => {
      const newest = versionChoices(packageId, artifacts)[0];
      return newest === undefined ? [] : [{ packageId, newest: newest.version }];
    });
}

function choiceOf(version: string, artifacts: readonly Artifact[]): VersionChoice {
  const variants = artifacts.filter((artifact) => artifact.version === version);
  const sizes = variants.map(({ sizeBytes }) => sizeBytes);
  return {
    version,
    sizeBytes: { least: Math.min(...sizes), most: Math.max(...sizes) },
    createdAtMs: Math.max(...variants.map(({ createdAtMs }) => createdAtMs)),
  };
}
