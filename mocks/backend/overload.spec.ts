import { expect, test } from "vitest";
import { hours, minutes, seconds } from "#lib/duration.ts";
import { createBackend } from "./app.ts";
import { memoryBlobs } from "./blobs.ts";
import { memoryJournal } from "./journal.ts";

const EPOCH_MS = Date.parse("2026-11-21T08:00:00Z");

test("a world that has too much to do lets its clock wait for it, and goes on from there", async () => {
  let wallMs = EPOCH_MS;
  const storage = { journal: memoryJournal(), blobs: memoryBlobs() };
  const backend = createBackend({ world: "large", epochMs: EPOCH_MS, speed: 600, ...storage, wallNow: () => wallMs });
  const elapsedMs = async () => {
    const answer = await backend.fetch(new Request("http://backend.example/v1/world"));
    const { now } = await answer.json();
    return Date.parse(now) - EPOCH_MS;
  };

  wallMs += minutes(1);
  const first = await elapsedMs();
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(hours(10));
  expect(await elapsedMs()).toBe(first);

  wallMs += seconds(1);
  expect((await elapsedMs()) - first).toBeLessThanOrEqual(minutes(10));
});

test("a world that is told to go on goes as far as it was told", async () => {
  const storage = { journal: memoryJournal(), blobs: memoryBlobs() };
  const backend = createBackend({ world: "large", epochMs: EPOCH_MS, ...storage, wallNow: () => EPOCH_MS });
  const headers = { "content-type": "application/json", "idempotency-key": "k" };
  const advance = { method: "POST", headers, body: JSON.stringify({ seconds: 36_000 }) };
  const answer = await backend.fetch(new Request("http://backend.example/v1/world/advance", advance));
  expect(await answer.json()).toMatchObject({ now: "2026-11-21T18:00:00.000Z" });
});
