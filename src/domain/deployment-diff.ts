import { comparePackages, type Composition } from "./composition.ts";
import type { PackageId } from "./ids.ts";
import { changeBetween, type VersionChange } from "./version.ts";

/** What happens to one package when a composition replaces another. `unchanged` has `from` equal to `to`. Source: domain.md, Glossary. */
export type PackageChange =
  | { readonly kind: "added"; readonly packageId: PackageId; readonly to: string }
  | { readonly kind: "removed"; readonly packageId: PackageId; readonly from: string }
  | { readonly kind: VersionChange; readonly packageId: PackageId; readonly from: string; readonly to: string };

/**
 * Compares two compositions package by package, the main package first, then by name.
 * An empty `before` is a cohort's first deployment: everything is `added`.
 */
export function diffCompositions(
  before: Composition,
  after: Composition,
  mainPackageId?: PackageId,
): readonly PackageChange[] {
  const packageIds = new Set([...before.keys(), ...after.keys()]);
  return [...packageIds].toSorted(comparePackages(mainPackageId)).flatMap((packageId) => {
    const change = packageChange(packageId, before.get(packageId), after.get(packageId));
    return change === undefined ? [] : [change];
  });
}

/** What happens to one package; nothing when neither side has it. */
export function packageChange(
  packageId: PackageId,
  from: string | undefined,
  to: string | undefined,
): PackageChange | undefined {
  if (from === undefined) return to === undefined ? undefined : { kind: "added", packageId, to };
  if (to === undefined) return { kind: "removed", packageId, from };
  return { kind: changeBetween(from, to), packageId, from, to };
}
