import { sha256Hex } from "#contract/sha256.ts";
import { ARTIFACT_MAX_BYTES } from "#domain/artifact.ts";
import { artifactTypeOf } from "#domain/mcuboot.ts";
import type { ArtifactId, BlueprintId, PackageId, ProjectId, TagId } from "#domain/ids.ts";
import { present } from "#contract/present.ts";
import { blobKeyOf } from "./artifact-content.ts";
import { asId, asIds } from "./path-ids.ts";
import { optionalText, optionalTextMap, optionalTexts, text, type Fields } from "./read-body.ts";
import { refusal } from "./refusal.ts";
import { perform, type Call } from "./visit.ts";

/** What someone says about a file that is to become an artifact. */
export type NewArtifact = {
  readonly packageId: PackageId;
  readonly version: string;
  readonly blueprintId?: BlueprintId;
  readonly tagIds: readonly TagId[];
  readonly requires: Readonly<Record<string, string>>;
};

/** What a body says about a file. */
export function newArtifactOf(fields: Fields): NewArtifact {
  const blueprint = optionalText(fields, "blueprintId");
  return present({
    packageId: asId<PackageId>(text(fields, "package").trim()),
    version: text(fields, "version").trim(),
    blueprintId: blueprint === undefined || blueprint === "" ? undefined : asId<BlueprintId>(blueprint),
    tagIds: asIds<TagId>(optionalTexts(fields, "tagIds") ?? []),
    requires: optionalTextMap(fields, "requires") ?? {},
  });
}

/** @throws a Refusal: 422 for a file without bytes, 413 for one that is too large. */
export function requireFileSize(sizeBytes: number, field: string): void {
  if (sizeBytes === 0) throw refusal("unprocessable", "The file is empty. Choose one with at least 1 byte.", field);
  if (sizeBytes <= ARTIFACT_MAX_BYTES) return;
  const most = ARTIFACT_MAX_BYTES.toLocaleString("en");
  throw refusal("too-large", `The file has ${sizeBytes.toLocaleString("en")} bytes; ${most} is the most.`, field);
}

/** Keeps a file's bytes and makes an artifact of them. The bytes are kept first: a log never names bytes that are lost. */
export async function createArtifact(
  call: Call,
  projectId: ProjectId,
  artifact: NewArtifact,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ArtifactId> {
  const sha256 = sha256Hex(bytes);
  await call.env.visit.host.blobs.write(blobKeyOf(sha256), bytes);
  const { artifactId } = perform(call, {
    kind: "create-artifact",
    projectId,
    ...artifact,
    sizeBytes: bytes.byteLength,
    sha256,
    type: artifactTypeOf(bytes),
    content: { kind: "stored" },
  });
  if (artifactId === undefined) throw refusal("internal", "The artifact was not made. Try again.");
  return artifactId;
}
