import type { PackageId } from "#domain/ids.ts";

/** A package of a composition, as far as its limits go. */
type Carried = { readonly packageId: PackageId; readonly version: string; readonly main: boolean };

/** Longest package name or version that stock device code reads. */
const NAME_MAX = 16;
/** Package, current and target version together, above which none of its reports can be sent. */
const REPORT_MAX = 45;

/**
 * What stock devices cannot do with a composition, in sentences; empty when it is fine for all of them.
 * Source: domain.md, What a real device says.
 */
export function stockDeviceWarnings(packages: readonly Carried[]): readonly string[] {
  return [...packages.flatMap(nameWarnings), ...countWarnings(packages)];
}

function nameWarnings({ packageId, version }: Carried): readonly string[] {
  const tooLong = [packageId, version].filter((text) => text.length > NAME_MAX);
  const warnings = tooLong.map(
    (text) => `"${text}" has more than ${NAME_MAX} characters: stock devices ignore the whole manifest.`,
  );
  if (packageId.length + 2 * version.length <= REPORT_MAX) return warnings;
  return [...warnings, `The names of ${packageId} ${version} are so long that stock devices cannot report about it.`];
}

function countWarnings(packages: readonly Carried[]): readonly string[] {
  const others = packages.filter(({ main }) => !main);
  const warnings: string[] = [];
  if (packages.length > 1) {
    warnings.push(
      `Stock devices are built for 1 package and ignore a manifest with more; this deployment has ${packages.length}.`,
    );
  }
  if (others.length > 0) {
    warnings.push("Stock devices report the main package only, so the other packages may never be proven.");
  }
  return warnings;
}
