// Vite makes the worker a file of its own and gives its address here.
// oxlint-disable-next-line import/default
import hashWorkerAddress from "./hash-worker.ts?worker&url";

/** Fetches what calls load only with their first use, so that they also work once the console's own server is gone. */
export async function fetchCallParts(): Promise<void> {
  await fetch(hashWorkerAddress);
}
