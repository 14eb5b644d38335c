import { expect, test } from "vitest";
import { createBackend } from "./app.ts";
import { memoryBlobs } from "./blobs.ts";
import { memoryJournal } from "./journal.ts";

const AT_MS = Date.parse("2026-11-21T08:00:00Z");

test("a key whose first request is still running is told when to ask again", async () => {
  const journal = memoryJournal();
  let written = () => {};
  const writing = new Promise<void>((resolve) => (written = resolve));
  const slow = {
    ...journal,
    append: async (entry: Parameters<typeof journal.append>[0]) => {
      await journal.append(entry);
      if (entry.kind === "acts") await writing;
    },
  };
  const backend = createBackend({ world: "empty", journal: slow, blobs: memoryBlobs(), wallNow: () => AT_MS });
  const create = () =>
    backend.fetch(
      new Request("http://backend.example/v1/projects/harbour-sensors/tags", {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": "k" },
        body: '{"name":"site=pier"}',
      }),
    );
  await backend.ready;
  const first = create();
  const second = await create();
  expect([second.status, second.headers.get("retry-after")]).toEqual([409, "1"]);
  written();
  const answer = await (await first).text();
  expect(await (await create()).text()).toBe(answer);
});
