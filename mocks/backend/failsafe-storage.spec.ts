import { describe, expect, test } from "vitest";
import { createBackend, type Backend } from "./app.ts";
import { memoryBlobs, type Blobs } from "./blobs.ts";
import type { Checkpoints } from "./checkpoint.ts";
import { failsafeStorage } from "./failsafe-storage.ts";
import { memoryJournal, type Journal } from "./journal.ts";
import { ask, memoryCheckpoints } from "./reopenable.ts";

const EPOCH_MS = Date.parse("2026-11-21T08:00:00Z");
const P = "/v1/projects/harbour-sensors";
const full = () => Promise.reject(new DOMException("The quota has been exceeded.", "QuotaExceededError"));
const NOTICE = "The world cannot be kept here (The quota has been exceeded.): it lives in memory until it is closed.";

type Storage = { readonly journal: Journal; readonly blobs: Blobs; readonly checkpoints: Checkpoints };

function storage(): Storage {
  return { journal: memoryJournal(), blobs: memoryBlobs(), checkpoints: memoryCheckpoints() };
}

const open = (kept: Storage): Backend =>
  createBackend({ world: "empty", epochMs: EPOCH_MS, ...kept, wallNow: () => EPOCH_MS });

const tagNames = async (backend: Backend) =>
  (await ask(backend, "GET", `${P}/tags`)).list.map(({ name }: { name: string }) => name);
const noticeOf = async (backend: Backend) => (await ask(backend, "GET", "/v1/world")).notice;

async function upload(backend: Backend): Promise<string> {
  const organizations = await ask(backend, "GET", "/v1/organizations");
  const O = `/v1/organizations/${organizations.list[0].id}/projects/harbour-sensors`;
  await ask(backend, "POST", `${O}/packages`, { packageId: "main", main: true });
  const body = { projectId: "harbour-sensors", package: "main", version: "1.0.0", content: btoa("firmware") };
  return (await ask(backend, "POST", "/v1/artifacts", body)).data.id;
}

const contentOf = async (backend: Backend, id: string) =>
  (await backend.fetch(new Request(`http://backend.example${P}/artifacts/${id}/content`))).text();

describe("a world whose storage refuses", () => {
  const refusing: readonly (readonly [string, (kept: Storage) => Storage])[] = [
    ["at its opening", (kept) => ({ ...kept, journal: { ...kept.journal, head: full } })],
    ["to hand the log out", (kept) => ({ ...kept, journal: { ...kept.journal, read: full } })],
    ["an entry", (kept) => ({ ...kept, journal: { ...kept.journal, append: full } })],
    ["a file", (kept) => ({ ...kept, blobs: { ...kept.blobs, write: full } })],
    [
      "everything",
      () => ({
        journal: { head: full, read: full, append: full, clear: full },
        blobs: { read: full, write: full, remove: full, keys: full, clear: full },
        checkpoints: { read: full, writer: full, clear: full },
      }),
    ],
  ];

  test.each(refusing)("%s says so, and does all that it is asked in memory", async (_, refuse) => {
    const backend = open(refuse(storage()));
    await ask(backend, "POST", `${P}/tags`, { name: "site=pier" });
    const id = await upload(backend);
    expect(await tagNames(backend)).toEqual(["site=pier"]);
    expect(await contentOf(backend, id)).toBe("firmware");
    expect(await noticeOf(backend)).toBe(NOTICE);
  });
});

test("a checkpoint that is refused is said, and costs nothing but time", async () => {
  const kept = storage();
  const backend = open({ ...kept, checkpoints: { ...kept.checkpoints, writer: full } });
  await ask(backend, "POST", `${P}/tags`, { name: "site=pier" });
  await backend.leaving();
  expect(await noticeOf(backend)).toBe(
    "The world takes longer to open again: no checkpoint can be kept here (The quota has been exceeded.).",
  );
  expect(await tagNames(open(kept))).toEqual(["site=pier"]);
});

test("from the first refusal on nothing more is kept: what is kept stays whole, and no checkpoint runs ahead of it", async () => {
  const kept = storage();
  let room = 1;
  const write: Blobs["write"] = (key, bytes) => ((room -= 1) < 0 ? full() : kept.blobs.write(key, bytes));
  const backend = open({ ...kept, blobs: { ...kept.blobs, write } });
  await ask(backend, "POST", `${P}/tags`, { name: "kept" });
  room = 0;
  await upload(backend);
  room = 9;
  await ask(backend, "POST", `${P}/tags`, { name: "not kept" });
  await backend.leaving();
  expect(await kept.checkpoints.read()).toBeUndefined();
  const reopened = open(kept);
  expect(await tagNames(reopened)).toEqual(["kept"]);
  expect((await ask(reopened, "GET", `${P}/artifacts`)).list).toEqual([]);
});

test("files that were kept before are still read, until they are removed", async () => {
  const blobs = memoryBlobs();
  await blobs.write("artifact/a", Uint8Array.of(1));
  await blobs.write("artifact/b", Uint8Array.of(2));
  const failing = { ...blobs, write: full, remove: full, clear: full };
  const { blobs: safe } = failsafeStorage({ journal: memoryJournal(), blobs: failing }, () => undefined);
  await safe.write("artifact/c", Uint8Array.of(3));
  await safe.remove("artifact/a");
  expect((await safe.keys("artifact/")).toSorted()).toEqual(["artifact/b", "artifact/c"]);
  expect([await safe.read("artifact/a"), await safe.read("artifact/b")]).toEqual([undefined, Uint8Array.of(2)]);
  await safe.clear();
  expect([await safe.keys(""), await safe.read("artifact/b")]).toEqual([[], undefined]);
});
