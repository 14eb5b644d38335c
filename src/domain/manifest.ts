import type { ArtifactType } from "./artifact.ts";
import type { PackageId } from "./ids.ts";

/** One file a device is told to run. `uri` is `/.u/c/{package}@{version}`. */
export type ManifestComponent = {
  readonly packageId: PackageId;
  readonly version: string;
  readonly hash: string;
  readonly sizeBytes: number;
  readonly uri: string;
  readonly type: ArtifactType;
};

/**
 * What a device is told; components in package order. `hash` is the SHA-256 of the canonical CBOR of the components.
 * Source: domain.md, Manifest.
 */
export type Manifest = {
  readonly sequenceNumber: bigint;
  readonly hash: string;
  readonly components: readonly ManifestComponent[];
};
