import { afterEach, beforeEach, expect, test, vi } from "vitest";
import artifactExample from "#contract/examples/artifact.json";
import type { OrganizationId, PackageId, ProjectId } from "#domain/ids.ts";
import { uploadArtifact, type UploadProgress } from "./artifact-upload.ts";
import { queryClient } from "./query-client.ts";

const scope = { organizationId: "o" as OrganizationId, projectId: "p" as ProjectId };
const file = new Blob([Uint8Array.from({ length: 10 }, (_, at) => at)]);
const sha256 = "1f825aa2f0020ef7cf91dfa30da4668d791c5d4824fc8e41354b89ec05795ab3";

/** A backend that takes chunks of 4 bytes, and what has become of it. */
function backend({ capabilities = ["uploads"], fail = (): boolean => false } = {}) {
  const chunks = new Map<number, Uint8Array>();
  const calls: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname } = new URL(request.url);
    const name = `${request.method} ${pathname.replace("/v1/projects/p/artifact-uploads", "uploads")}`;
    if (pathname === "/v1/capabilities") return Response.json({ capabilities });
    calls.push(name);
    if (request.method === "PUT") {
      if (fail()) throw new TypeError("fetch failed");
      chunks.set(Number(pathname.split("/").at(-1)), new Uint8Array(await request.arrayBuffer()));
      return Response.json({});
    }
    if (name === "POST uploads" || request.method === "GET") {
      return Response.json({ uploadId: "u1", chunkBytes: 4, received: [...chunks.keys()] });
    }
    return Response.json({ data: artifactExample });
  });
  return { chunks, calls };
}

const upload = (more: Partial<Parameters<typeof uploadArtifact>[1]> = {}) =>
  uploadArtifact(scope, { file, packageId: "main" as PackageId, version: "1.2.6", sha256, ...more });

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("a file goes in chunks of the backend's size and becomes an artifact", async () => {
  const { chunks, calls } = backend();
  expect(await upload()).toMatchObject({ id: artifactExample.id, sizeBytes: 354531 });
  expect([...chunks.values()].map((bytes) => [...bytes])).toEqual([
    [0, 1, 2, 3],
    [4, 5, 6, 7],
    [8, 9],
  ]);
  expect(calls).toEqual([
    "POST uploads",
    "PUT uploads/u1/chunks/0",
    "PUT uploads/u1/chunks/1",
    "PUT uploads/u1/chunks/2",
    "POST uploads/u1/complete",
  ]);
});

test("progress is told in bytes of the file", async () => {
  backend();
  const told: UploadProgress[] = [];
  await upload({ onProgress: (progress) => told.push(progress) });
  expect(told).toEqual([
    { phase: "sending", doneBytes: 4, totalBytes: 10 },
    { phase: "sending", doneBytes: 8, totalBytes: 10 },
    { phase: "sending", doneBytes: 10, totalBytes: 10 },
  ]);
});

test("after a failure it asks what has arrived and sends only the rest", async () => {
  const puts = { count: 0 };
  // The second chunk fails in all three tries of its first round.
  const { calls } = backend({
    fail: () => {
      puts.count += 1;
      return puts.count >= 2 && puts.count <= 4;
    },
  });
  await upload();
  expect(calls.slice(4)).toEqual([
    "PUT uploads/u1/chunks/1",
    "GET uploads/u1",
    "PUT uploads/u1/chunks/1",
    "PUT uploads/u1/chunks/2",
    "POST uploads/u1/complete",
  ]);
});

test("it can be stopped", async () => {
  const stop = new AbortController();
  const { calls } = backend({
    fail: () => {
      stop.abort();
      return true;
    },
  });
  await expect(upload({ signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
  expect(calls).toEqual(["POST uploads", "PUT uploads/u1/chunks/0"]);
});

test("a backend without chunked uploads gets the whole file as base64", async () => {
  const { calls } = backend({ capabilities: [] });
  expect(await upload()).toMatchObject({ id: artifactExample.id });
  expect(calls).toEqual(["POST /v1/artifacts"]);
});
