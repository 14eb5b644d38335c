import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serveMockBackend } from "./serve.ts";

const P = "/v1/projects/harbour-sensors";
let directory: string;
let journal: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "slipway-killed-"));
  journal = join(directory, "world.jsonl");
});
afterEach(() => rm(directory, { recursive: true }));

/** A host in a process of its own, which kills itself, as `kill -9` would, right after something was written. */
async function killedAfter(written: "an entry" | "a part of a checkpoint", ...tags: readonly string[]): Promise<void> {
  const host = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", hostOf(written, tags)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [, signal] = await once(host, "exit");
  expect(signal).toBe("SIGKILL");
}

/** Its program: makes tags, and the last of them, or the checkpoint after it, is the death of it. */
function hostOf(written: string, tags: readonly string[]): string {
  return `
    import { createBackend } from "#mocks/backend/app.ts";
    import { memoryBlobs } from "#mocks/backend/blobs.ts";
    import { fileCheckpoints } from "#mocks/doors/file-checkpoints.ts";
    import { fileJournal } from "#mocks/doors/file-journal.ts";
    import { writeFileSync } from "node:fs";
    const path = ${JSON.stringify(journal)};
    const die = () => process.kill(process.pid, "SIGKILL");
    const kept = fileJournal(path);
    const append = async (entry) => {
      await kept.append(entry);
      if (${written === "an entry"} && JSON.stringify(entry).includes(${JSON.stringify(tags.at(-1))})) die();
    };
    const writer = async () => async () => {
      writeFileSync(path + ".checkpoint.part", "half of it");
      die();
    };
    const checkpoints = { ...fileCheckpoints(path + ".checkpoint"), ${written === "an entry" ? "" : "writer"} };
    const world = { world: "empty", journal: { ...kept, append }, blobs: memoryBlobs(), checkpoints };
    const backend = createBackend({ ...world, wallNow: () => Date.now() });
    const headers = { "content-type": "application/json", "idempotency-key": "k" };
    for (const name of ${JSON.stringify(tags)}) {
      const init = { method: "POST", headers: { ...headers, "idempotency-key": name }, body: JSON.stringify({ name }) };
      await backend.fetch(new Request("http://backend.example${P}/tags", init));
    }
    await backend.leaving();
  `;
}

async function opened() {
  const { origin, close } = await serveMockBackend({ world: "empty", journalFile: journal });
  const namesOf = async () => {
    const { list } = await (await fetch(`${origin}${P}/tags`)).json();
    return list.map(({ name }: { name: string }) => name);
  };
  const again = (name: string) =>
    fetch(`${origin}${P}/tags`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": name },
      body: JSON.stringify({ name }),
    });
  const fingerprint = async () => (await (await fetch(`${origin}/v1/world?fingerprint=true`)).json()).fingerprint;
  const pause = () =>
    fetch(`${origin}/v1/world`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: '{"paused":true}',
    });
  return { namesOf, again, fingerprint, pause, close };
}

describe("a host that was killed", () => {
  test("between an entry and its answer has done what it had not said yet, and does it once", async () => {
    await killedAfter("an entry", "site=pier", "hw=rev-b");
    const host = await opened();
    expect(await host.namesOf()).toEqual(["site=pier", "hw=rev-b"]);
    expect((await host.again("hw=rev-b")).status).toBe(200);
    expect(await host.namesOf()).toEqual(["site=pier", "hw=rev-b"]);
    await host.close();
  });

  test("in the middle of a checkpoint is opened from its log, and keeps the next one", async () => {
    await killedAfter("a part of a checkpoint", "site=pier");
    const host = await opened();
    expect(await host.namesOf()).toEqual(["site=pier"]);
    await host.close();
    expect((await readFile(`${journal}.checkpoint`)).byteLength).toBeGreaterThan(1_000);
    const next = await opened();
    expect(await next.namesOf()).toEqual(["site=pier"]);
    await next.close();
  });

  test("with half a last line in its log is opened without it, checkpoint or not", async () => {
    const host = await opened();
    await host.again("site=pier");
    await host.pause();
    const left = await host.fingerprint();
    await host.close();
    await appendFile(journal, '{"kind":"acts","comm');
    const kept = await opened();
    expect(await kept.fingerprint()).toBe(left);
    await kept.close();
    await rm(`${journal}.checkpoint`);
    await appendFile(journal, '{"kind":"acts","comm');
    const whole = await opened();
    expect(await whole.fingerprint()).toBe(left);
    await whole.close();
  });
});

test("a host that is told to end keeps a checkpoint, and the next one does not read what is in it", async () => {
  const host = await opened();
  await host.again("site=pier");
  await host.close();
  const lines = (await readFile(journal, "utf8")).trimEnd().split("\n");
  expect(lines[2]).toContain("site=pier");
  await writeFile(journal, `${lines.with(2, "nonsense").join("\n")}\n`);
  const next = await opened();
  expect(await next.namesOf()).toEqual(["site=pier"]);
  await next.close();
});
