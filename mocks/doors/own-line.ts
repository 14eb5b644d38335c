import { portLine } from "./port-line.ts";
import { trustedWorkerUrl } from "./trusted-worker-url.ts";
import type { Line } from "./worker-protocol.ts";
import workerUrl from "./worker.ts?worker&url";

/** A line to a worker of this tab alone, where the browser lets tabs share nothing. */
export function ownLine(): Line {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: "module" });
  const { line, lose } = portLine(worker);
  worker.addEventListener("error", lose);
  return line;
}
