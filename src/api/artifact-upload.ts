import { decodeArtifact } from "#contract/artifact.ts";
import { decodeData } from "#contract/page.ts";
import { present } from "#contract/present.ts";
import { decodeUpload, type Upload } from "#contract/upload.ts";
import type { Artifact } from "#domain/artifact.ts";
import type { BlueprintId, PackageId, Scope, TagId } from "#domain/ids.ts";
import { read, write } from "./call.ts";
import { backendHas } from "./capabilities.ts";
import { newKey } from "./chance.ts";
import { client } from "./client.ts";
import { ApiError } from "./error.ts";
import { hashFile } from "./file-hash.ts";
import { base64Of } from "./file-base64.ts";

/** How far an upload is, in bytes of the file. */
export type UploadProgress = {
  readonly phase: "hashing" | "sending";
  readonly doneBytes: number;
  readonly totalBytes: number;
};

/** A file to be uploaded as an artifact. */
export type ArtifactUpload = {
  readonly file: Blob;
  readonly packageId: PackageId;
  readonly version: string;
  readonly blueprintId?: BlueprintId;
  readonly tagIds?: readonly TagId[];
  readonly requires?: Readonly<Record<string, string>>;
  /** The file's hash when it is known already, e.g. because it was shown before the confirm. */
  readonly sha256?: string;
  readonly onProgress?: (progress: UploadProgress) => void;
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
  /** An earlier try with this key was cut off: what it brought is asked for and not sent again. */
  readonly resumes?: boolean;
};

/** One chunk over a slow line takes longer than other answers. */
const CHUNK_WITHIN_MS = 120_000;
/** How often an upload that lost its way asks what has arrived and goes on. */
const MAX_ROUNDS = 3;

const UPLOADS = "/v1/projects/{projectId}/artifact-uploads";
const UPLOAD = `${UPLOADS}/{uploadId}` as const;

/**
 * Uploads a file: hash, chunks, complete; what has arrived is not sent again. A backend without chunked uploads gets one
 * base64 body. The backend checks size and hash itself. @throws ApiError, or the signal's reason when it was aborted.
 */
export async function uploadArtifact(scope: Scope, upload: ArtifactUpload): Promise<Artifact> {
  const key = upload.idempotencyKey ?? newKey();
  if (!(await backendHas("uploads"))) return uploadWhole(scope, upload, key);
  const { file, signal } = upload;
  const sha256 = upload.sha256 ?? (await hashFile(file, { signal, onProgress: teller(upload, "hashing") }));
  const begun = await begin(scope, upload, { sha256, key });
  await sendChunks(scope, upload, upload.resumes === true ? await received(scope, upload, begun) : begun, key);
  return write(present({ what: "finish the upload", key: `${key}-complete`, signal, decode: artifactData }), (init) =>
    client.POST(`${UPLOAD}/complete`, { params: { path: { ...scope, uploadId: begun.uploadId } }, ...init }),
  );
}

const artifactData = decodeData("artifact", decodeArtifact);

function teller({ file, onProgress }: ArtifactUpload, phase: UploadProgress["phase"]): (doneBytes: number) => void {
  return (doneBytes) => onProgress?.({ phase, doneBytes, totalBytes: file.size });
}

function begin(
  scope: Scope,
  { file, packageId, version, blueprintId, tagIds, requires, signal }: ArtifactUpload,
  { sha256, key }: { readonly sha256: string; readonly key: string },
): Promise<Upload> {
  const size = String(file.size);
  const body = present({ package: packageId, version, blueprintId, tagIds, requires, size, sha256 });
  return write(present({ what: "begin the upload", key, signal, decode: decodeUpload }), (init) =>
    client.POST(UPLOADS, { params: { path: scope }, body, ...init }),
  );
}

/** Sends what is missing, in order; after a failure that may pass, asks what has arrived and goes on from there. */
async function sendChunks(scope: Scope, upload: ArtifactUpload, begun: Upload, key: string): Promise<void> {
  let known = begun;
  for (let round = 1; ; round += 1) {
    try {
      // Rounds come one after the other by nature.
      // oxlint-disable-next-line no-await-in-loop
      await sendMissing(scope, upload, known, key);
      return;
    } catch (error) {
      if (round === MAX_ROUNDS || !mayPass(error)) throw error;
      // oxlint-disable-next-line no-await-in-loop
      known = await received(scope, upload, begun);
    }
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.failure.kind === "unreachable" || error.failure.kind === "broken");
}

function received(scope: Scope, { signal }: ArtifactUpload, { uploadId }: Upload): Promise<Upload> {
  return read(present({ what: "how far the upload is", signal, decode: decodeUpload }), (init) =>
    client.GET(UPLOAD, { params: { path: { ...scope, uploadId } }, ...init }),
  );
}

async function sendMissing(
  scope: Scope,
  upload: ArtifactUpload,
  { uploadId, chunkBytes, received: there }: Upload,
  key: string,
): Promise<void> {
  const { file, signal } = upload;
  const tell = teller(upload, "sending");
  for (let chunk = 0; chunk * chunkBytes < file.size; chunk += 1) {
    const end = Math.min((chunk + 1) * chunkBytes, file.size);
    if (!there.includes(chunk)) {
      const bytes = file.slice(chunk * chunkBytes, end);
      const writing = {
        what: "upload the file",
        key: `${key}-${chunk}`,
        signal,
        answerWithinMs: CHUNK_WITHIN_MS,
        decode: () => chunk,
      };
      // One chunk at a time: the line is the bottleneck, and progress stays true.
      // oxlint-disable-next-line no-await-in-loop
      await write(present(writing), (init) =>
        client.PUT(`${UPLOAD}/chunks/{chunk}`, {
          params: { path: { ...scope, uploadId, chunk } },
          body: "",
          bodySerializer: () => bytes,
          ...init,
          headers: { ...init.headers, "Content-Type": "application/octet-stream" },
        }),
      );
    }
    tell(end);
  }
}

async function uploadWhole(scope: Scope, upload: ArtifactUpload, key: string): Promise<Artifact> {
  const { file, packageId, version, blueprintId, tagIds, requires, signal } = upload;
  teller(upload, "sending")(0);
  const content = await base64Of(file);
  const body = present({
    projectId: scope.projectId,
    package: packageId,
    version,
    blueprintId,
    tagIds,
    requires,
    content,
  });
  const writing = { what: "upload the file", key, signal, answerWithinMs: CHUNK_WITHIN_MS, decode: artifactData };
  const artifact = await write(present(writing), (init) => client.POST("/v1/artifacts", { body, ...init }));
  teller(upload, "sending")(file.size);
  return artifact;
}
