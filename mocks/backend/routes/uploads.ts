import { encodeArtifact } from "#contract/artifact.ts";
import { sha256Hex } from "#contract/sha256.ts";
import { encodeUpload } from "#contract/upload.ts";
import type { Artifact } from "#domain/artifact.ts";
import type { UploadId } from "#domain/ids.ts";
import { artifactRefusal } from "#mocks/engine/commands/artifacts.ts";
import { artifactOf } from "#mocks/engine/read-artifacts.ts";
import { packageOf } from "#mocks/engine/read-packages.ts";
import { dataAnswer, doneAnswer, found } from "../answer.ts";
import { createArtifact, newArtifactOf, requireFileSize } from "../new-artifact.ts";
import { asId, pathId, projectIdOf } from "../path-ids.ts";
import { onlyFields, optionalNumber, text, type Fields } from "../read-body.ts";
import { refusal, Refusal } from "../refusal.ts";
import {
  assembled,
  chunkCountOf,
  chunkSizeOf,
  dropChunks,
  keepChunk,
  keepPlan,
  uploadOf,
  uploadPlanOf,
  type UploadPlan,
} from "../uploads.ts";
import { bodyOf, worldOf, type App, type Call } from "../visit.ts";

const UPLOADS = "/v1/projects/:projectId/artifact-uploads";
const UPLOAD = `${UPLOADS}/:uploadId`;

const UPLOAD_FIELDS = ["package", "version", "blueprintId", "tagIds", "requires", "size", "sha256"];

/** Files that come in chunks, so that a broken connection costs one chunk. */
export function uploadRoutes(app: App): void {
  app.post(UPLOADS, async (call) => {
    const plan = newPlan(call, onlyFields(bodyOf(call), UPLOAD_FIELDS));
    const { blobs, requests } = call.env.visit.host;
    const uploadId = asId<UploadId>(
      sha256Hex(utf8(JSON.stringify([plan, requests, call.env.visit.wallMs]))).slice(0, 24),
    );
    await keepPlan(blobs, uploadId, plan);
    return Response.json(encodeUpload(await uploadOf(blobs, uploadId)));
  });

  app.get(UPLOAD, async (call) => {
    await planOfPath(call);
    return Response.json(encodeUpload(await uploadOf(call.env.visit.host.blobs, pathId(call, "uploadId"))));
  });

  app.put(`${UPLOAD}/chunks/:chunk`, async (call) => {
    const { sizeBytes } = await planOfPath(call);
    const n = chunkNumberOf(call, sizeBytes);
    const { body, host } = call.env.visit;
    const wanted = chunkSizeOf(sizeBytes, n);
    if (body.byteLength !== wanted) throw refusal("unprocessable", `Chunk ${n} must have ${wanted} bytes.`, "chunk");
    await keepChunk(host.blobs, pathId(call, "uploadId"), n, body);
    return doneAnswer();
  });

  app.post(`${UPLOAD}/complete`, async (call) => {
    const plan = await planOfPath(call);
    const artifact = madeOf(call, plan) ?? (await made(call, plan));
    return dataAnswer(encodeArtifact(artifact));
  });
}

/** What an upload became. A crash before the log was written leaves the name of an artifact that never was. */
function madeOf(call: Call, { projectId, artifactId }: UploadPlan): Artifact | undefined {
  return artifactId === undefined ? undefined : artifactOf(worldOf(call), projectId, artifactId);
}

/** Makes the artifact. The chunks stay until the log has it: a crash before that can be made good by completing again. */
async function made(call: Call, plan: UploadPlan): Promise<Artifact> {
  const [uploadId, { host, afterwards }] = [pathId(call, "uploadId"), call.env.visit];
  const artifactId = await createArtifact(call, plan.projectId, plan.artifact, await fileOf(call, plan));
  await keepPlan(host.blobs, uploadId, { ...plan, artifactId });
  afterwards.push(() => dropChunks(host.blobs, uploadId));
  return found(artifactOf(worldOf(call), plan.projectId, artifactId), "artifact not found");
}

function newPlan(call: Call, fields: Fields): UploadPlan {
  const [projectId, artifact] = [projectIdOf(call), newArtifactOf(fields)];
  found(packageOf(worldOf(call), projectId, artifact.packageId), "package not found");
  const sizeBytes = optionalNumber(fields, "size", { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true });
  if (sizeBytes === undefined) throw refusal("invalid", "size is missing.", "size");
  requireFileSize(sizeBytes, "size");
  const sha256 = text(fields, "sha256");
  if (!/^[0-9a-f]{64}$/.test(sha256)) {
    throw refusal("invalid", "sha256 must be 64 lower-case hexadecimal digits.", "sha256");
  }
  // Told now, and not after 50 MB have come.
  const problem = artifactRefusal(worldOf(call), projectId, { ...artifact, sizeBytes });
  if (problem !== undefined) throw new Refusal(problem);
  return { projectId, artifact, sizeBytes, sha256 };
}

async function planOfPath(call: Call): Promise<UploadPlan> {
  const plan = await uploadPlanOf(call.env.visit.host.blobs, projectIdOf(call), pathId(call, "uploadId"));
  return found(plan, "There is no such upload. Begin it again.");
}

function chunkNumberOf(call: Call, sizeBytes: number): number {
  const text = call.req.param("chunk") ?? "";
  const n = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (n < chunkCountOf(sizeBytes)) return n;
  throw refusal("not-found", `This upload has chunks 0 to ${chunkCountOf(sizeBytes) - 1}.`, "chunk");
}

/** The whole file. @throws a Refusal (422) when chunks are missing or the bytes have another hash than was said. */
async function fileOf(call: Call, { sizeBytes, sha256 }: UploadPlan): Promise<Uint8Array<ArrayBuffer>> {
  const [uploadId, { blobs }] = [pathId(call, "uploadId"), call.env.visit.host];
  const { received } = await uploadOf(blobs, uploadId);
  const missing = chunkCountOf(sizeBytes) - received.length;
  if (missing > 0) {
    const message = `${missing} of ${chunkCountOf(sizeBytes)} chunks are missing. Send them and complete again.`;
    throw new Refusal({ problem: "unprocessable", message, facts: { received } });
  }
  const bytes = await assembled(blobs, uploadId, sizeBytes);
  if (sha256Hex(bytes) === sha256) return bytes;
  throw refusal(
    "unprocessable",
    "The bytes that arrived have another SHA-256 than was said. Upload the file again.",
    "sha256",
  );
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
