import { describe, expect, test } from "vitest";
import { createBackend, type Backend } from "./app.ts";
import { memoryBlobs } from "./blobs.ts";
import { memoryJournal } from "./journal.ts";

const TAGS = "/v1/projects/harbour-sensors/tags";

/** An empty world and what a client has of it: a status, or `lost` for a connection that broke. */
function opened() {
  const backend = createBackend({
    world: "empty",
    epochMs: Date.parse("2026-11-21T08:00:00Z"),
    journal: memoryJournal(),
    blobs: memoryBlobs(),
    wallNow: () => Date.parse("2026-11-21T08:00:00Z"),
  });
  const fault = async (faults: object) => (await send(backend, "PUT", "/v1/world", { faults })).status;
  const get = async () => outcome(backend, "GET", TAGS);
  const create = async (name: string) => outcome(backend, "POST", TAGS, { name });
  const names = async () => {
    const { list } = await (await send(backend, "GET", TAGS)).json();
    return list.map(({ name }: { name: string }) => name);
  };
  return { fault, get, create, names };
}

async function send(backend: Backend, method: string, path: string, body?: object): Promise<Response> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  return backend.fetch(new Request(`http://backend.example${path}`, { method, ...init }));
}

async function outcome(backend: Backend, method: string, path: string, body?: object): Promise<number | "lost"> {
  try {
    return (await send(backend, method, path, body)).status;
  } catch {
    return "lost";
  }
}

/** The outcomes of 200 requests, by how often each came. */
async function tally(act: () => Promise<number | "lost">): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (let at = 0; at < 200; at += 1) {
    const key = String(await act());
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe("faults of requests work at once, and are gone when they are cleared", () => {
  test("errorPercent: that share is answered 503, without effect", async () => {
    const { fault, get, create, names } = opened();
    expect(await fault({ errorPercent: 25 })).toBe(200);
    expect(await tally(get)).toEqual({ "200": 140, "503": 60 });
    await fault({ errorPercent: 100 });
    expect(await create("site=pier")).toBe(503);
    await fault({ errorPercent: 0 });
    expect(await names()).toEqual([]);
  });

  test("dropBeforePercent: that share never arrives", async () => {
    const { fault, get, create, names } = opened();
    await fault({ dropBeforePercent: 25 });
    expect(await tally(get)).toEqual({ "200": 154, lost: 46 });
    await fault({ dropBeforePercent: 100 });
    expect(await create("site=pier")).toBe("lost");
    await fault({ dropBeforePercent: 0 });
    expect(await names()).toEqual([]);
  });

  test("dropAfterPercent: that share has its effect, and the answer is lost", async () => {
    const { fault, get, create, names } = opened();
    await fault({ dropAfterPercent: 25 });
    expect(await tally(get)).toEqual({ "200": 158, lost: 42 });
    await fault({ dropAfterPercent: 100 });
    expect(await create("site=pier")).toBe("lost");
    await fault({ dropAfterPercent: 0 });
    expect(await names()).toEqual(["site=pier"]);
  });

  test("latencyMs: every answer is that late, and no later than it when it is cleared", async () => {
    const { fault, get } = opened();
    await fault({ latencyMs: 60 });
    const beganMs = performance.now();
    expect(await get()).toBe(200);
    expect(performance.now() - beganMs).toBeGreaterThanOrEqual(59);
    await fault({ latencyMs: 60_000 });
    await fault({ latencyMs: 0 });
    expect(await get()).toBe(200);
  });

  test("they add up, and one that is not named stays as it is", async () => {
    const { fault, get } = opened();
    await fault({ errorPercent: 20 });
    await fault({ dropBeforePercent: 20 });
    expect(await tally(get)).toEqual({ "200": 133, "503": 35, lost: 32 });
    await fault({ errorPercent: 0, dropBeforePercent: 0 });
    expect(await tally(get)).toEqual({ "200": 200 });
  });

  test("/v1/world itself is spared, so that they can be taken away", async () => {
    const { fault, get } = opened();
    expect(await fault({ errorPercent: 100, dropBeforePercent: 100, dropAfterPercent: 100 })).toBe(200);
    expect(await get()).toBe("lost");
    expect(await fault({ errorPercent: 0, dropBeforePercent: 0, dropAfterPercent: 0 })).toBe(200);
    expect(await get()).toBe(200);
  });
});
