import { createBackend, type Backend, type BackendOptions } from "./app.ts";
import { memoryBlobs } from "./blobs.ts";
import type { RealTime } from "./checkpoint-keeper.ts";
import type { Checkpoints } from "./checkpoint.ts";
import { memoryJournal, type Journal } from "./journal.ts";

/** Checkpoints that last as long as the process; copied, as a database or a file would. */
export function memoryCheckpoints(): Checkpoints & { kept: unknown } {
  const checkpoints: Checkpoints & { kept: unknown } = {
    kept: undefined,
    read: async () => structuredClone(checkpoints.kept),
    writer: async () => async (checkpoint) => {
      checkpoints.kept = structuredClone(checkpoint);
    },
    clear: async () => {
      checkpoints.kept = undefined;
    },
  };
  return checkpoints;
}

/** Time that stands still: nothing is ever due by itself, and no checkpoint is too dear. */
const STILL: RealTime = { nowMs: () => 0, after: () => () => undefined };

/** Storage over which a spec closes and opens a world; its wall clock is set by hand. */
export function reopenable(world: string, epochMs: number) {
  const storage = { journal: memoryJournal(), blobs: memoryBlobs(), checkpoints: memoryCheckpoints() };
  let wallMs = epochMs;
  return {
    ...storage,
    pass: (ms: number) => {
      wallMs += ms;
    },
    open: (options: Partial<BackendOptions> = {}) =>
      createBackend({ world, epochMs, ...storage, time: STILL, wallNow: () => wallMs, ...options }),
    /** Lives through the whole log and changes nothing of it. */
    openWhole: async () => {
      const journal: Journal = memoryJournal();
      for (const entry of await storage.journal.read()) await journal.append(entry);
      return createBackend({ world, journal, blobs: storage.blobs, wallNow: () => wallMs });
    },
  };
}

/** Asks a backend and reads the answer as JSON. */
export async function ask(backend: Backend, method: string, path: string, body?: object, more: object = {}) {
  const headers = { "content-type": "application/json", ...more };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  return (await backend.fetch(new Request(`http://backend.example${path}`, init))).json();
}

/** Everything that the world is, in one text. */
export async function fingerprintOf(backend: Backend): Promise<string> {
  const { fingerprint } = await ask(backend, "GET", "/v1/world?fingerprint=true");
  return fingerprint;
}
