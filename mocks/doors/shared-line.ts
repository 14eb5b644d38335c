import { trustedWorkerUrl } from "./trusted-worker-url.ts";
import {
  responseOf,
  type AnswerMessage,
  type LeavingMessage,
  type Line,
  type RequestMessage,
} from "./worker-protocol.ts";
import workerUrl from "./worker.ts?worker&url";

type Waiting = { readonly resolve: (answer: Response) => void; readonly reject: (error: unknown) => void };

/** A line to the one worker that all tabs of this world share. */
export function sharedLine(world: string): Line {
  const worker = new SharedWorker(trustedWorkerUrl(workerUrl), { type: "module", name: `slipway ${world}` });
  const tab = crypto.randomUUID();
  const waiting = new Map<string, Waiting>();
  let asked = 0;
  worker.port.addEventListener("message", ({ data }: MessageEvent<AnswerMessage>) => settle(waiting, data));
  worker.addEventListener("error", () => {
    for (const id of waiting.keys()) settle(waiting, { kind: "lost", id });
  });
  worker.port.start();
  const send = (message: RequestMessage | LeavingMessage) => worker.port.postMessage(message);
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const id = `${tab}:${asked}`;
        waiting.set(id, { resolve, reject });
        send({ ...request, kind: "request", id, whole: false });
      }),
    leave: () => send({ kind: "leaving" }),
  };
}

function settle(waiting: Map<string, Waiting>, answer: AnswerMessage): void {
  const asker = waiting.get(answer.id);
  waiting.delete(answer.id);
  try {
    asker?.resolve(responseOf(answer));
  } catch (error) {
    asker?.reject(error);
  }
}
