import { portLine } from "./port-line.ts";
import { trustedWorkerUrl } from "./trusted-worker-url.ts";
import type { Line } from "./worker-protocol.ts";
import workerUrl from "./worker.ts?worker&url";

/** As the HTML Standard has it now; the types of browsers do not know it yet, nor do all browsers. */
type SharedWorkerOptions = WorkerOptions & { readonly extendedLifetime: boolean };

/**
 * A line to the one worker that all tabs of this world share. It outlives the last of them for a while, where the browser
 * lets it: a page that is reloaded finds its world as it was, and a checkpoint that was begun is kept whole.
 */
export function sharedLine(world: string): Line {
  const options: SharedWorkerOptions = { type: "module", name: `slipway ${world}`, extendedLifetime: true };
  const worker = new SharedWorker(trustedWorkerUrl(workerUrl), options);
  const { line, lose } = portLine(worker.port);
  worker.addEventListener("error", lose);
  worker.port.start();
  return line;
}
