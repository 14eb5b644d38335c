import { readFileSync } from "node:fs";
import { createBackend } from "#mocks/backend/app.ts";
import { memoryBlobs } from "#mocks/backend/blobs.ts";
import { memoryJournal } from "#mocks/backend/journal.ts";
import { declaredAnswers } from "./declared-answers.ts";
import { serveMockBackend, type ServeOptions } from "./serve.ts";

/** The hosts a backend runs in under Node: called directly, as in a Worker, and behind a real HTTP server. */
export const HOSTS = ["fetch", "http"] as const;
/** One of them. */
export type HostName = (typeof HOSTS)[number];

/** An answer, read whole. */
type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The body as JSON; a test knows what it asked for. */
  // oxlint-disable-next-line no-explicit-any -- specs read bodies that the contract describes, field by field
  readonly json: any;
};

/** What a request has besides method and path; an object as body is sent as JSON. */
export type Asked = {
  readonly body?: object | Uint8Array<ArrayBuffer> | string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A backend that a spec talks to. */
export type ServedWorld = {
  readonly call: (method: string, path: string, asked?: Asked) => Promise<Reply>;
  readonly close: () => Promise<void>;
};

/** A fresh world in one of the hosts, at speed 1 and with nothing kept. */
export async function servedWorld(
  host: HostName,
  options: Pick<ServeOptions, "world" | "apiKey" | "actor" | "baseOnly"> = {},
): Promise<ServedWorld> {
  const world = { world: "empty", seed: "spec", epochMs: Date.parse("2026-11-21T08:00:00Z"), speed: 1, ...options };
  if (host === "http") {
    const { origin, close } = await serveMockBackend(world);
    return { call: async (...asked) => replyOf(await fetch(requestOf(origin, ...asked)), asked[0], asked[1]), close };
  }
  const wallMs = Date.parse("2026-11-21T08:00:00Z");
  const storage = { journal: memoryJournal(), blobs: memoryBlobs() };
  const backend = createBackend({ ...world, ...storage, wallNow: () => wallMs });
  const origin = "http://backend.example";
  return {
    call: async (...asked) => replyOf(await backend.fetch(requestOf(origin, ...asked)), asked[0], asked[1]),
    close: async () => undefined,
  };
}

function requestOf(origin: string, method: string, path: string, { body, headers = {} }: Asked = {}): Request {
  const isJson = typeof body === "object" && !(body instanceof Uint8Array);
  return new Request(`${origin}${path}`, {
    method,
    headers: { ...(isJson ? { "content-type": "application/json" } : {}), ...headers },
    ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : body }),
  });
}

const CONTRACT = new URL("../../src/contract/openapi.yaml", import.meta.url);
const undeclared = declaredAnswers(readFileSync(CONTRACT, "utf8"));

/** Reads an answer whole. @throws where it is not what the contract declares, so that every spec that asks looks for it. */
async function replyOf(response: Response, method: string, path: string): Promise<Reply> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const { status, headers } = response;
  const json = isJson && text !== "" ? JSON.parse(text) : undefined;
  const wrong = isJson ? undeclared(method, path.split("?")[0] ?? path, { status, headers, json }) : [];
  if (wrong.length > 0) throw new Error(`${method} ${path} is not answered as declared: ${wrong.join("; ")}`);
  return { status, headers, bytes, text, json };
}
