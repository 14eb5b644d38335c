import {
  responseOf,
  type AnswerMessage,
  type LeavingMessage,
  type Line,
  type RequestMessage,
} from "./worker-protocol.ts";

type Waiting = { readonly resolve: (answer: Response) => void; readonly reject: (error: unknown) => void };

/** What a page says to a worker, and where it hears its answers. */
export type WorkerPort = {
  readonly postMessage: (message: RequestMessage | LeavingMessage) => void;
  readonly addEventListener: (type: "message", hear: (event: MessageEvent<AnswerMessage>) => void) => void;
};

/** A line over a port of a worker; `lose` tells whoever waits that no answer will come. */
export function portLine(port: WorkerPort): { readonly line: Line; readonly lose: () => void } {
  const tab = crypto.getRandomValues(new Uint32Array(3)).join("-");
  const waiting = new Map<string, Waiting>();
  let asked = 0;
  port.addEventListener("message", ({ data }) => settle(waiting, data));
  return {
    line: {
      ask: (request) =>
        new Promise((resolve, reject) => {
          asked += 1;
          const id = `${tab}:${asked}`;
          waiting.set(id, { resolve, reject });
          port.postMessage({ ...request, kind: "request", id, whole: false });
        }),
      leave: () => port.postMessage({ kind: "leaving" }),
    },
    lose: () => {
      for (const id of waiting.keys()) settle(waiting, { kind: "lost", id });
    },
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
