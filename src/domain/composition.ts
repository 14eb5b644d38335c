import { compareText } from "#lib/collection.ts";
import type { Artifact } from "./artifact.ts";
import type { ArtifactId, PackageId } from "./ids.ts";

/** The package → version map that a deployment puts on devices. */
export type Composition = ReadonlyMap<PackageId, string>;

/** One package of a deployment with all the artifacts (variants) that carry its version. */
export type Component = {
  readonly packageId: PackageId;
  readonly version: string;
  readonly artifactIds: readonly ArtifactId[];
};

/** The composition that a deployment's components make. */
export function compositionOf(components: readonly Pick<Component, "packageId" | "version">[]): Composition {
  return new Map(components.map(({ packageId, version }) => [packageId, version]));
}

/** Whether two compositions put the same versions of the same packages on devices. */
export function sameComposition(a: Composition, b: Composition): boolean {
  return a.size === b.size && [...a].every(([packageId, version]) => b.get(packageId) === version);
}

/** Orders packages as every list and grid shows them: the main one first, then by name. */
export function comparePackages(mainPackageId: PackageId | undefined): (a: PackageId, b: PackageId) => number {
  return (a, b) => Number(b === mainPackageId) - Number(a === mainPackageId) || compareText(a, b);
}

/**
 * The artifacts a deployment of `composition` sends: every variant of each version that is not yanked, in package order.
 * `missing` are the packages whose version has no artifact that may still be deployed.
 * Source: domain.md, Glossary (composition, yanked).
 */
export function artifactIdsFor(
  composition: Composition,
  artifacts: readonly Pick<Artifact, "id" | "packageId" | "version" | "yanked">[],
): { readonly artifactIds: readonly ArtifactId[]; readonly missing: readonly PackageId[] } {
  const variantsOf = (packageId: PackageId, version: string) =>
    artifacts.filter(
      (artifact) => artifact.packageId === packageId && artifact.version === version && artifact.yanked === undefined,
    );
  const chosen = [...composition]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([packageId, version]) => ({ packageId, variants: variantsOf(packageId, version) }));
  return {
    artifactIds: chosen.flatMap(({ variants }) => variants.map(({ id }) => id)),
    missing: chosen.filter(({ variants }) => variants.length === 0).map(({ packageId }) => packageId),
  };
}
