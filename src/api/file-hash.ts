import { ApiError } from "./error.ts";
import type { HashNews, HashOrder } from "./hash-worker.ts";
// Vite makes the worker a file of its own and gives its address here.
// oxlint-disable-next-line import/default
import hashWorkerAddress from "./hash-worker.ts?worker&url";
import { workerUrl } from "./worker-url.ts";

/** How the hashing of a file can be watched and stopped. */
export type HashOptions = {
  readonly onProgress?: (doneBytes: number) => void;
  readonly signal?: AbortSignal | undefined;
};

/**
 * SHA-256 of a file as lower-case hex, made in a worker of its own, so that the page stays quick.
 * @throws ApiError when the file cannot be read, the signal's reason when it was aborted.
 */
export function hashFile(file: Blob, { onProgress, signal }: HashOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(workerUrl(hashWorkerAddress), { type: "module", name: "hash" });
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    worker.addEventListener("message", ({ data }: MessageEvent<HashNews>) => {
      if (data.kind === "progress") onProgress?.(data.doneBytes);
      else if (data.kind === "done") end(() => resolve(data.sha256));
      else end(() => reject(unreadable(data.message)));
    });
    worker.addEventListener("error", ({ message }) => end(() => reject(unreadable(message))));
    signal?.addEventListener("abort", () => end(() => reject(signal.reason)), { once: true });
    const order: HashOrder = { file };
    // A worker, unlike a window, has no target origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(order);
  });
}

function unreadable(why: string): ApiError {
  const message = `The file could not be read (${why}). Check that it is still there and choose it again.`;
  return new ApiError({ kind: "invalid", field: "file", message });
}
