import * as v from "valibot";
import type { Artifact } from "#domain/artifact.ts";
import type { ArtifactId, BlueprintId, PackageId, TagId } from "#domain/ids.ts";
import { decodeBy } from "./decode.ts";
import { absent, absentId, byteCount, id, instant, instantText, otherwise, textMap, wordOf } from "./fields.ts";
import { present } from "./present.ts";
import type { Wire } from "./wire.ts";
import { encodeYank, yank } from "./yank.ts";

const artifact = v.object({
  id: id<ArtifactId>(),
  package: id<PackageId>(),
  version: v.string(),
  blueprintId: absentId<BlueprintId>(),
  size: byteCount,
  createdAt: instant,
  tagIds: otherwise(v.array(id<TagId>()), []),
  requires: absent(textMap<PackageId>()),
  sha256: absent(v.string()),
  type: absent(wordOf(["mcuboot", "default"], "default")),
  yanked: absent(yank),
  usedBy: absent(v.number()),
  binaryInfo: absent(
    v.object({
      type: absent(wordOf(["mcuboot", "default"], "default")),
      digests: absent(v.object({ sha256: absent(v.object({ digest: absent(v.string()) })) })),
    }),
  ),
});

/**
 * Hash and type are taken from `binaryInfo` where a backend has only Golioth's base.
 * @throws ContractViolation naming the field.
 */
export function decodeArtifact(wire: unknown): Artifact {
  const { package: packageId, size, createdAt, binaryInfo, ...rest } = decodeBy("artifact", artifact, wire);
  return present({
    ...rest,
    packageId,
    requires: rest.requires ?? new Map<PackageId, string>(),
    sizeBytes: size,
    sha256: rest.sha256 ?? binaryInfo?.digests?.sha256?.digest ?? "",
    type: rest.type ?? binaryInfo?.type ?? ("default" as const),
    createdAtMs: createdAt,
  });
}

/** An artifact as it travels, with Golioth's `binaryInfo` beside our own fields. */
export function encodeArtifact(artifact: Artifact): Wire<"Artifact"> {
  const { packageId, sizeBytes, requires, yanked, createdAtMs, ...rest } = artifact;
  return {
    ...rest,
    package: packageId,
    size: String(sizeBytes),
    requires: Object.fromEntries(requires),
    binaryInfo: {
      type: rest.type,
      size: sizeBytes,
      digests: { sha256: { type: "sha256", size: 32, digest: rest.sha256 } },
    },
    ...(yanked === undefined ? {} : { yanked: encodeYank(yanked) }),
    createdAt: instantText(createdAtMs),
    updatedAt: instantText(createdAtMs),
  };
}
