import type { ArtifactId, ProjectId, UploadId } from "#domain/ids.ts";
import type { Upload } from "#contract/upload.ts";
import type { Blobs } from "./blobs.ts";
import type { NewArtifact } from "./new-artifact.ts";

/** Every chunk of an upload but the last has exactly this many bytes. */
export const CHUNK_BYTES = 1_048_576;

/** What an upload is going to be, and what it became. */
export type UploadPlan = {
  readonly projectId: ProjectId;
  readonly artifact: NewArtifact;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Present once it was completed: asking again gets the same artifact. */
  readonly artifactId?: ArtifactId;
};

/** How many chunks a file of this size comes in. */
export function chunkCountOf(sizeBytes: number): number {
  return Math.ceil(sizeBytes / CHUNK_BYTES);
}

/** How many bytes chunk `n` of a file has. */
export function chunkSizeOf(sizeBytes: number, n: number): number {
  return Math.min(CHUNK_BYTES, sizeBytes - n * CHUNK_BYTES);
}

/** Keeps what an upload is going to be. Uploads live among the blobs, so that they outlast a reload. */
export async function keepPlan(blobs: Blobs, id: UploadId, plan: UploadPlan): Promise<void> {
  await blobs.write(planKey(id), new Uint8Array(new TextEncoder().encode(JSON.stringify(plan))));
}

/** What an upload is going to be; undefined when there is no such upload in the project. */
export async function uploadPlanOf(blobs: Blobs, projectId: ProjectId, id: UploadId): Promise<UploadPlan | undefined> {
  if (!/^[0-9a-f]{24}$/.test(id)) return undefined;
  const bytes = await blobs.read(planKey(id));
  if (bytes === undefined) return undefined;
  // Written by `keepPlan`, and by nobody else.
  const plan: UploadPlan = JSON.parse(new TextDecoder().decode(bytes));
  return plan.projectId === projectId ? plan : undefined;
}

/** Keeps one chunk; the same again changes nothing. */
export async function keepChunk(blobs: Blobs, id: UploadId, n: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await blobs.write(`${chunkPrefix(id)}${n}`, bytes);
}

/** An upload with the chunks that are there. */
export async function uploadOf(blobs: Blobs, uploadId: UploadId): Promise<Upload> {
  const keys = await blobs.keys(chunkPrefix(uploadId));
  const received = keys.map((key) => Number(key.slice(chunkPrefix(uploadId).length)));
  return { uploadId, chunkBytes: CHUNK_BYTES, received: received.toSorted((a, b) => a - b) };
}

/** The file of an upload whose chunks are all there. */
export async function assembled(blobs: Blobs, id: UploadId, sizeBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Uint8Array(sizeBytes);
  for (let n = 0; n < chunkCountOf(sizeBytes); n += 1) {
    const chunk = await blobs.read(`${chunkPrefix(id)}${n}`);
    if (chunk !== undefined) file.set(chunk, n * CHUNK_BYTES);
  }
  return file;
}

/** Forgets the chunks of an upload, but not what it became. */
export async function dropChunks(blobs: Blobs, id: UploadId): Promise<void> {
  const keys = await blobs.keys(chunkPrefix(id));
  await Promise.all(keys.map((key) => blobs.remove(key)));
}

function planKey(id: UploadId): string {
  return `upload/${id}/plan`;
}

function chunkPrefix(id: UploadId): string {
  return `upload/${id}/chunk/`;
}
