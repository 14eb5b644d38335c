import { describe, expect, test } from "vitest";
import { hours, seconds } from "#lib/duration.ts";
import { createBackend, type Backend } from "./app.ts";
import { memoryBlobs } from "./blobs.ts";
import { memoryJournal, type Journal, type LogEntry } from "./journal.ts";

const EPOCH_MS = Date.parse("2026-11-21T08:00:00Z");
const TAGS = "/v1/projects/harbour-sensors/tags";

/** A host that can be closed and opened again over the same storage; its wall clock is set by hand. */
function kept(journal: Journal = memoryJournal()) {
  const blobs = memoryBlobs();
  let wallMs = EPOCH_MS;
  return {
    journal,
    pass: (ms: number) => {
      wallMs += ms;
    },
    open: (options: { seed?: string; speed?: number } = {}) =>
      createBackend({ world: "empty", epochMs: EPOCH_MS, journal, blobs, wallNow: () => wallMs, ...options }),
  };
}

async function ask(backend: Backend, method: string, path: string, body?: object, headers: object = {}) {
  const json = { "content-type": "application/json", ...headers };
  const init = body === undefined ? {} : { body: JSON.stringify(body), headers: json };
  return (await backend.fetch(new Request(`http://backend.example${path}`, { method, ...init }))).json();
}

const tagNames = async (backend: Backend) => {
  const { list } = await ask(backend, "GET", TAGS);
  return list.map(({ name }: { name: string }) => name);
};

describe("a world that is opened again", () => {
  test("is as it was left, ids and all", async () => {
    const { open } = kept();
    const before = open();
    await ask(before, "POST", TAGS, { name: "site=pier" });
    await ask(before, "POST", TAGS, { name: "hw=rev-b" });
    expect(await ask(open(), "GET", TAGS)).toEqual(await ask(before, "GET", TAGS));
  });

  test("gives the first answer to a key that it answered before", async () => {
    const { open } = kept();
    const asked = [TAGS, { name: "site=pier" }, { "idempotency-key": "k" }] as const;
    const first = await ask(open(), "POST", ...asked);
    expect(await ask(open(), "POST", ...asked)).toEqual(first);
    expect(await tagNames(open())).toEqual(["site=pier"]);
  });

  test("went on at its speed meanwhile", async () => {
    const { open, pass } = kept();
    await ask(open({ speed: 60 }), "GET", TAGS);
    pass(seconds(10));
    expect(await ask(open(), "GET", "/v1/world")).toMatchObject({ now: "2026-11-21T08:10:00.000Z", speed: 60 });
  });

  test("over 24 hours later resumes where its last entry left it", async () => {
    const { open, pass } = kept();
    const first = open({ speed: 60 });
    await ask(first, "GET", TAGS);
    pass(seconds(60));
    await ask(first, "POST", TAGS, { name: "site=pier" });
    pass(hours(25));
    expect((await ask(open(), "GET", "/v1/world")).now).toBe("2026-11-21T09:00:00.000Z");
    pass(seconds(1));
    expect((await ask(open(), "GET", "/v1/world")).now).toBe("2026-11-21T09:01:00.000Z");
  });

  test("keeps its seed when it is opened with another, and says so", async () => {
    const { open } = kept();
    await ask(open({ seed: "one" }), "GET", TAGS);
    expect(await ask(open({ seed: "two" }), "GET", "/v1/world")).toMatchObject({
      seed: "one",
      notice: "This world exists already and keeps its own seed and epoch; reset it to take the new ones.",
    });
  });

  test("keeps its faults, speed and pause", async () => {
    const { open } = kept();
    await ask(open(), "PUT", "/v1/world", { speed: 5, paused: true, faults: { latencyMs: 1, errorPercent: 0 } });
    expect(await ask(open(), "GET", "/v1/world")).toMatchObject({ speed: 5, paused: true, faults: { latencyMs: 1 } });
  });
});

describe("a world that is open already", () => {
  const asking = { wanted: { seed: "two", epochMs: EPOCH_MS - hours(1) } };
  const world = new Request("http://backend.example/v1/world");

  test("says to who asked for another seed and epoch, and to nobody else, that it keeps its own", async () => {
    const backend = kept().open({ seed: "one" });
    expect(await (await backend.fetch(world, asking)).json()).toMatchObject({
      seed: "one",
      notice: "This world exists already and keeps its own seed and epoch; reset it to take the new ones.",
    });
    expect((await ask(backend, "GET", "/v1/world")).notice).toBeUndefined();
  });

  test("takes the seed and epoch that were asked for when it is reset, and has nothing more to say", async () => {
    const backend = kept().open({ seed: "one" });
    await backend.fetch(new Request(`${world.url}/reset`, { method: "POST" }), asking);
    const { seed, epoch, notice } = await (await backend.fetch(world, asking)).json();
    expect({ seed, epoch, notice }).toEqual({ seed: "two", epoch: "2026-11-21T07:00:00.000Z", notice: undefined });
  });
});

test("a world that is reset forgets what was done to it, and what was answered", async () => {
  const { open } = kept();
  const backend = open();
  const asked = [TAGS, { name: "site=pier" }, { "idempotency-key": "k" }] as const;
  await ask(backend, "POST", ...asked);
  expect(await ask(backend, "POST", "/v1/world/reset", { seed: "fresh" })).toMatchObject({ seed: "fresh" });
  expect(await tagNames(backend)).toEqual([]);
  await ask(backend, "POST", ...asked);
  expect(await tagNames(open())).toEqual(["site=pier"]);
});

test("a log of another version is put away, and the world says so", async () => {
  const { open, journal } = kept();
  await ask(open(), "POST", TAGS, { name: "site=pier" });
  const [opening, ...rest] = await journal.read();
  await journal.clear();
  for (const entry of [{ ...opening, version: "0" } as LogEntry, ...rest]) await journal.append(entry);
  const reopened = open();
  expect((await ask(reopened, "GET", "/v1/world")).notice).toBe(
    "The world was reset: its log was written by another version.",
  );
  expect(await tagNames(reopened)).toEqual([]);
});

test("a journal of another world is not touched", async () => {
  const { journal, open } = kept();
  await ask(open(), "POST", TAGS, { name: "site=pier" });
  const other = createBackend({ world: "demo", journal, blobs: memoryBlobs(), wallNow: () => EPOCH_MS });
  await expect(other.ready).rejects.toThrow('The journal holds the world "empty", not "demo".');
  expect(await tagNames(open())).toEqual(["site=pier"]);
});

test("a world that nobody has is said to every request, with those there are", async () => {
  const backend = createBackend({
    world: "mars",
    journal: memoryJournal(),
    blobs: memoryBlobs(),
    wallNow: () => EPOCH_MS,
  });
  expect(await ask(backend, "GET", "/v1/me")).toMatchObject({
    code: 14,
    message:
      'There is no world "mars". There are demo, empty, failing-rollout, bad-build, history, large, many-cohorts, million.',
  });
});

test("an entry is kept before its request is answered", async () => {
  const memory = memoryJournal();
  let release = () => {};
  const slow: Journal = {
    ...memory,
    append: async (entry) => {
      if (entry.kind === "acts") await new Promise<void>((resolve) => (release = resolve));
      await memory.append(entry);
    },
  };
  const backend = kept(slow).open();
  const order: string[] = [];
  const answered = ask(backend, "POST", TAGS, { name: "site=pier" }).then(() => order.push("answered"));
  await expect.poll(() => tagNames(backend)).toEqual(["site=pier"]);
  order.push("released");
  release();
  await answered;
  expect(order).toEqual(["released", "answered"]);
});
