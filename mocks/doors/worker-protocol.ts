/** How a page and the worker that holds its world talk: plain data and transferable streams, one message a step. */

/** Which world a page wants, and how a new one is to begin. */
export type WorldChoice = {
  readonly world: string;
  readonly seed?: string;
  readonly epochMs?: number;
  /** Given only when the address says so: then it counts for a world that exists, too. */
  readonly speed?: number;
};

/** One request of a page. `wallNowMs` is the page's clock: tests set it, and the world follows. */
export type RequestMessage = {
  readonly kind: "request";
  /** Unique over all pages. */
  readonly id: string;
  readonly choice: WorldChoice;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: ArrayBuffer;
  readonly wallNowMs: number;
  readonly actor?: string;
  /** The body must come whole, since the way back carries no stream. */
  readonly whole: boolean;
};

/** A page is hidden, or is on its way out: it may be the last, and nobody would say more. */
export type LeavingMessage = { readonly kind: "leaving" };

/** The answer to one request, or word that it was lost on the way. */
export type AnswerMessage =
  | {
      readonly kind: "answer";
      readonly id: string;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
      readonly body?: ReadableStream<Uint8Array> | ArrayBuffer;
    }
  | { readonly kind: "lost"; readonly id: string };

/** A page's way to the worker that holds its world. */
export type Line = {
  /** Rejects with a TypeError, as `fetch` does, when the answer is lost. */
  readonly ask: (request: Omit<RequestMessage, "kind" | "id" | "whole">) => Promise<Response>;
  /** Says that the page is hidden or going. */
  readonly leave: () => void;
};

/** What an answer says, as a page sees it. @throws TypeError when it was lost. */
export function responseOf(answer: AnswerMessage): Response {
  if (answer.kind === "lost") throw new TypeError("The answer was lost on the way.");
  const headers = answer.headers.map(([name, value]): [string, string] => [name, value]);
  return new Response(answer.body ?? null, { status: answer.status, headers });
}
