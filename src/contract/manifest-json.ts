import * as v from "valibot";
import type { ArtifactType } from "#domain/artifact.ts";
import type { PackageId } from "#domain/ids.ts";
import type { Manifest, ManifestComponent } from "#domain/manifest.ts";
import { decodeBy } from "./decode.ts";
import { byteCount, id, int64, wordOf } from "./fields.ts";

const component = v.pipe(
  v.object({
    package: id<PackageId>(),
    version: v.string(),
    hash: v.string(),
    size: byteCount,
    uri: v.string(),
    type: wordOf<ArtifactType>(["mcuboot", "default"], "default"),
  }),
  v.transform(({ package: packageId, size, ...rest }): ManifestComponent => ({ ...rest, packageId, sizeBytes: size })),
);

const manifest = v.object({ sequenceNumber: int64, hash: v.string(), components: v.array(component) });

/** The JSON form, read back; the empty object (nothing to do) is undefined. @throws ContractViolation naming the field. */
export function decodeManifestJson(wire: unknown): Manifest | undefined {
  return isEmptyObject(wire) ? undefined : decodeBy("manifest", manifest, wire);
}

function isEmptyObject(wire: unknown): boolean {
  return typeof wire === "object" && wire !== null && !Array.isArray(wire) && Object.keys(wire).length === 0;
}
