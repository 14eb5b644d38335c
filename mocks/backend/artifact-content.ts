import type { Artifact } from "#domain/artifact.ts";
import type { ContentSource } from "#mocks/engine/command.ts";
import type { Blobs } from "./blobs.ts";
import { byteRangeOf } from "./byte-range.ts";
import { refusal, Refusal } from "./refusal.ts";
import { seededBytes } from "./seeded-bytes.ts";
import type { Call } from "./visit.ts";

/** Where an uploaded file is kept. */
export function blobKeyOf(sha256: string): string {
  return `artifact/${sha256}`;
}

/** The bytes of an artifact: as they were uploaded, or made of their seed once more. */
export async function bytesOf(
  blobs: Blobs,
  artifact: Artifact,
  source: ContentSource,
): Promise<Uint8Array<ArrayBuffer>> {
  if (source.kind === "seeded") return seededBytes(source, artifact.sizeBytes);
  const bytes = await blobs.read(blobKeyOf(artifact.sha256));
  if (bytes === undefined) throw refusal("gone", "The bytes of this artifact are no longer kept. Upload it again.");
  return bytes;
}

/**
 * A file, whole or the part that `Range` asks for. `If-Range` with another tag than the file's asks for the whole.
 * @throws a Refusal (416) when no byte of the file is in the range.
 */
export function fileAnswer(call: Call, artifact: Artifact, bytes: Uint8Array<ArrayBuffer>): Response {
  const etag = `"${artifact.sha256}"`;
  const headers = { "accept-ranges": "bytes", etag, "content-type": "application/octet-stream" };
  const unchanged = (call.req.header("if-range") ?? etag) === etag;
  const range = unchanged ? byteRangeOf(call.req.header("range"), bytes.byteLength) : "whole";
  if (range === "whole") {
    return new Response(bytes, { headers: { ...headers, "content-length": String(bytes.byteLength) } });
  }
  if (range === "outside") {
    const problem = { problem: "range-not-satisfiable", message: `The file has ${bytes.byteLength} bytes.` } as const;
    throw new Refusal({ ...problem, field: "Range" }, { "content-range": `bytes */${bytes.byteLength}` });
  }
  const part = bytes.subarray(range.from, range.to + 1);
  const contentRange = `bytes ${range.from}-${range.to}/${bytes.byteLength}`;
  const length = { "content-length": String(part.byteLength), "content-range": contentRange };
  return new Response(part, { status: 206, headers: { ...headers, ...length } });
}
