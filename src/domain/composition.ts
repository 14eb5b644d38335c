import type { ArtifactId, PackageId } from "./ids.ts";

/** The package → version map that a deployment puts on devices. */
export type Composition = ReadonlyMap<PackageId, string>;

/** One package of a deployment with all the artifacts (variants) that carry its version. */
export type Component = {
  readonly packageId: PackageId;
  readonly version: string;
  readonly artifactIds: readonly ArtifactId[];
};
