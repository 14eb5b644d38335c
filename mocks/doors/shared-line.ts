import { portLine } from "./port-line.ts";
import { trustedWorkerUrl } from "./trusted-worker-url.ts";
import type { Line } from "./worker-protocol.ts";
import workerUrl from "./worker.ts?worker&url";

/** A line to the one worker that all tabs of this world share. */
export function sharedLine(world: string): Line {
  const worker = new SharedWorker(trustedWorkerUrl(workerUrl), { type: "module", name: `slipway ${world}` });
  const { line, lose } = portLine(worker.port);
  worker.addEventListener("error", lose);
  worker.port.start();
  return line;
}
