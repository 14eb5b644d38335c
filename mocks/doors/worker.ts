import { createBackend, type Backend } from "#mocks/backend/app.ts";
import { indexedDbStorage } from "./indexed-db.ts";
import type { AnswerMessage, LeavingMessage, RequestMessage } from "./worker-protocol.ts";

/** The demo moves on while one looks at it: a minute a second. */
const DEMO_SPEED = 60;

/** What a page says. */
type Heard = RequestMessage | LeavingMessage;

/** Where answers go: a page's port, or the one page of a dedicated worker. */
type Recipient = { readonly postMessage: (message: AnswerMessage, transfer: Transferable[]) => void };

let backend: Backend | undefined;

// A SharedWorker gets its pages one by one; a dedicated one has a single page and hears it directly.
addEventListener("connect", (event) => {
  const [port] = "ports" in event && Array.isArray(event.ports) ? event.ports : [];
  if (!(port instanceof MessagePort)) return;
  port.addEventListener("message", ({ data }: MessageEvent<Heard>) => hear(data, port));
  port.start();
});
addEventListener("message", ({ data }: MessageEvent<Heard>) => {
  hear(data, { postMessage: (message, transfer) => postMessage(message, { transfer }) });
});

/** Neither of the two rejects, and nobody waits for them here. */
function hear(message: Heard, page: Recipient): void {
  if (message.kind === "request") void serve(message, page);
  else void backend?.leaving();
}

async function serve(message: RequestMessage, page: Recipient): Promise<void> {
  backend ??= backendFor(message);
  const { id, choice, method, url, wallNowMs, actor } = message;
  const headers = message.headers.map(([name, value]): [string, string] => [name, value]);
  try {
    const request = new Request(url, {
      method,
      headers,
      ...(message.body === undefined ? {} : { body: message.body }),
    });
    const said = actor === undefined ? {} : { actor };
    // The world may have been opened by another tab, which asked for another seed.
    const response = await backend.fetch(request, { wallNowMs, wanted: choice, ...said });
    await answer(page, id, response, message.whole);
  } catch {
    // The page sees a broken connection, which is what a lost answer is.
    page.postMessage({ kind: "lost", id }, []);
  }
}

function backendFor({ choice, wallNowMs }: RequestMessage): Backend {
  const { world } = choice;
  const firstSpeed = world === "demo" ? DEMO_SPEED : 1;
  const opened = createBackend({ ...choice, firstSpeed, ...indexedDbStorage(world), wallNow: () => wallNowMs });
  // A worker may outlive its pages: the next one has another try at a world that could not be opened.
  opened.ready.catch(() => (backend = undefined));
  return opened;
}

async function answer(page: Recipient, id: string, response: Response, whole: boolean): Promise<void> {
  const { status, body } = response;
  const head = { kind: "answer", id, status, headers: [...response.headers] } as const;
  if (body === null) return page.postMessage(head, []);
  if (!whole) {
    try {
      return page.postMessage({ ...head, body }, [body]);
    } catch (error) {
      // Safari cannot hand streams over.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  const bytes = await response.arrayBuffer();
  page.postMessage({ ...head, body: bytes }, [bytes]);
}
