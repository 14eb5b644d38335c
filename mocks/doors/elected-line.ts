import { trustedWorkerUrl } from "./trusted-worker-url.ts";
import {
  responseOf,
  type AnswerMessage,
  type LeavingMessage,
  type Line,
  type RequestMessage,
} from "./worker-protocol.ts";
import workerUrl from "./worker.ts?worker&url";

type Waiting = {
  readonly message: RequestMessage;
  readonly resolve: (answer: Response) => void;
  readonly reject: (error: unknown) => void;
};

/** What tabs say to each other: a new leader is there; who leads?; and what passes between a tab and the leader's worker. */
type TabMessage =
  | { readonly kind: "leader" }
  | { readonly kind: "who-leads" }
  | RequestMessage
  | LeavingMessage
  | AnswerMessage;

/**
 * A line to a worker of one elected tab, where the browser has no SharedWorker. The tab that holds the lock leads and
 * owns the worker; the others reach it through a channel. When it goes, the next in line opens the world from its log.
 */
export function electedLine(world: string): Line {
  const tab = crypto.randomUUID();
  const channel = new BroadcastChannel(`slipway ${world}`);
  const waiting = new Map<string, Waiting>();
  let worker: Worker | undefined;
  let leaderKnown = false;
  let asked = 0;

  const send = (message: RequestMessage | LeavingMessage): void => {
    if (worker !== undefined) worker.postMessage(message);
    else if (leaderKnown) channel.postMessage(message);
  };
  const settle = (answer: AnswerMessage): void => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    try {
      asker?.resolve(responseOf(answer));
    } catch (error) {
      asker?.reject(error);
    }
  };
  const greet = (): void => {
    const isFirst = !leaderKnown;
    leaderKnown = true;
    // What an old leader may have done already must not be done twice; reading twice does no harm.
    for (const { message } of waiting.values()) {
      if (isFirst || message.method === "GET") send(message);
      else settle({ kind: "lost", id: message.id });
    }
  };
  channel.addEventListener("message", ({ data }: MessageEvent<TabMessage>) => {
    if (data.kind === "leader") greet();
    else if (data.kind === "answer" || data.kind === "lost") settle(data);
    else if (worker !== undefined && data.kind === "who-leads") channel.postMessage({ kind: "leader" });
    else if (worker !== undefined && data.kind !== "who-leads") worker.postMessage(data);
  });
  // Held until the tab closes, which is what ends its turn as leader.
  void navigator.locks.request(`slipway ${world}`, () => {
    worker = new Worker(trustedWorkerUrl(workerUrl), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<AnswerMessage>) => {
      if (data.id.startsWith(tab)) settle(data);
      else channel.postMessage(data);
    });
    channel.postMessage({ kind: "leader" });
    greet();
    return new Promise(() => {});
  });
  channel.postMessage({ kind: "who-leads" });

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const message: RequestMessage = { ...request, kind: "request", id: `${tab}:${asked}`, whole: true };
        waiting.set(message.id, { message, resolve, reject });
        send(message);
      }),
    leave: () => send({ kind: "leaving" }),
  };
}
