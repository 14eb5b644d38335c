import type { ArtifactId, BlueprintId, PackageId, TagId } from "./ids.ts";

/** How a device is to treat the file: `mcuboot` when it starts with 3d b8 f3 96, else `default`. Decided at upload. */
export type ArtifactType = "mcuboot" | "default";

/** Largest file that is accepted, in decoded bytes (50 MiB). Source: contract.md, Uploads. */
export const ARTIFACT_MAX_BYTES = 52_428_800;

/** Why nobody is to deploy a file any more, since when, and who said so where a backend tells that. */
export type Yank = { readonly reason: string; readonly atMs: number; readonly by?: string };

/** The binary of one version of one package, perhaps for one blueprint or for devices with certain tags only. */
export type Artifact = {
  readonly id: ArtifactId;
  readonly packageId: PackageId;
  readonly version: string;
  /** Only devices of this blueprint may take it; absent: any blueprint. */
  readonly blueprintId?: BlueprintId;
  /** Only devices that carry all of these may take it; empty: any device. */
  readonly tagIds: readonly TagId[];
  /** Version ranges of other packages that a device must already run. */
  readonly requires: ReadonlyMap<PackageId, string>;
  readonly sizeBytes: number;
  /** SHA-256 of the whole file, lower-case hex. */
  readonly sha256: string;
  readonly type: ArtifactType;
  /** Present when no new deployment may take it. */
  readonly yanked?: Yank;
  /** How many deployments name it; above 0 it is never deleted. Absent: the backend does not say. */
  readonly usedBy?: number;
  readonly createdAtMs: number;
};
