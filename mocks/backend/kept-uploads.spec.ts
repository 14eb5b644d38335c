import { expect, test } from "vitest";
import { sha256Hex } from "#contract/sha256.ts";
import type { Backend } from "./app.ts";
import { ask, reopenable } from "./reopenable.ts";

const UPLOADS = "/v1/projects/harbour-sensors/artifact-uploads";
const CHUNK_BYTES = 1_048_576;
const file = Uint8Array.from({ length: 2 * CHUNK_BYTES + 500 }, (_, at) => at % 251);
const chunk = (n: number) => file.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES);

async function put(backend: Backend, upload: string, n: number): Promise<number> {
  const init = { method: "PUT", body: chunk(n) };
  return (await backend.fetch(new Request(`http://backend.example${upload}/chunks/${n}`, init))).status;
}

/** An upload of which the first chunk has come, in a world that can be opened again. */
async function begun() {
  const world = reopenable("empty", Date.parse("2026-11-21T08:00:00Z"));
  const backend = world.open();
  const organizations = await ask(backend, "GET", "/v1/organizations");
  const packages = `/v1/organizations/${organizations.list[0].id}/projects/harbour-sensors/packages`;
  await ask(backend, "POST", packages, { packageId: "main" });
  const body = { package: "main", version: "1.0.0", size: String(file.length), sha256: sha256Hex(file) };
  const { uploadId } = await ask(backend, "POST", UPLOADS, body);
  const upload = `${UPLOADS}/${uploadId}`;
  await put(backend, upload, 0);
  return { world, upload };
}

test("an upload goes on where it was after a crash: what has come is known, the rest is sent, it ends as an artifact", async () => {
  const { world, upload } = await begun();
  const after = world.open();
  expect(await ask(after, "GET", upload)).toMatchObject({ chunkBytes: CHUNK_BYTES, received: [0] });
  expect([await put(after, upload, 2), await put(after, upload, 1)]).toEqual([200, 200]);
  const later = world.open();
  expect((await ask(later, "GET", upload)).received).toEqual([0, 1, 2]);
  const { data } = await ask(later, "POST", `${upload}/complete`, {});
  expect(data).toMatchObject({ version: "1.0.0", size: "2097652", sha256: sha256Hex(file) });
  const content = `http://backend.example/v1/projects/harbour-sensors/artifacts/${data.id}/content`;
  const bytes = await (await world.open().fetch(new Request(content))).arrayBuffer();
  expect(sha256Hex(new Uint8Array(bytes))).toBe(sha256Hex(file));
});

test("a completion whose answer was lost in the crash is answered again with the same artifact", async () => {
  const { world, upload } = await begun();
  const first = world.open();
  for (const n of [1, 2]) await put(first, upload, n);
  const { data } = await ask(first, "POST", `${upload}/complete`, {});
  expect(await ask(world.open(), "POST", `${upload}/complete`, {})).toEqual({ data });
});

test("a crash while the artifact is being made leaves the chunks: it is completed once more", async () => {
  const { world, upload } = await begun();
  const first = world.open();
  for (const n of [1, 2]) await put(first, upload, n);
  const broken = { ...world.journal, append: () => new Promise<void>(() => undefined) };
  const dying = world.open({ journal: broken });
  void ask(dying, "POST", `${upload}/complete`, {});
  await expect.poll(() => world.blobs.keys("artifact")).toHaveLength(1);
  const after = world.open();
  expect((await ask(after, "GET", upload)).received).toEqual([0, 1, 2]);
  expect((await ask(after, "POST", `${upload}/complete`, {})).data).toMatchObject({ version: "1.0.0" });
});

test("a reset forgets uploads that were under way", async () => {
  const { world, upload } = await begun();
  const backend = world.open();
  await ask(backend, "POST", "/v1/world/reset", {});
  expect(await ask(backend, "GET", upload)).toMatchObject({ code: 5 });
});

test("a body that goes on for ever is answered once it is too long, and no more of it is read", async () => {
  const { world, upload } = await begun();
  let read = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      read += 1;
      stream.enqueue(new Uint8Array(65_536));
    },
  });
  const init = { method: "PUT", body: endless, duplex: "half" };
  const request = new Request(`http://backend.example${upload}/chunks/1`, init);
  const answer = await world.open().fetch(request);
  expect([answer.status, (await answer.json()).code]).toEqual([413, 8]);
  expect(read).toBeLessThan(40);
});
