import { readFile } from "node:fs/promises";
import type { Backend } from "#mocks/backend/app.ts";
import { baseContractOf, type BaseContract, type BaseOperation } from "./base-contract.ts";

const CONTRACT = new URL("../../src/contract/openapi.yaml", import.meta.url);

/** Headers that are added to the base: it neither asks for them nor knows what they mean. */
const ADDED_HEADERS = ["if-match", "idempotency-key", "etag", "x-slipway-now"] as const;

const NOTHING_HERE = { code: 5, message: "There is nothing at this address.", details: [] };

/**
 * A backend that answers what Golioth's Management API has, and nothing that the contract adds to it: other operations
 * are not there (404), added parameters and fields are ignored and left out, no revision is asked for and no key kept.
 */
export async function baseOnly(backend: Backend): Promise<Backend> {
  const contract = baseContractOf(await readFile(CONTRACT, "utf8"));
  return { ...backend, fetch: (request, forwarded) => answered(backend, contract, request, forwarded) };
}

type Forwarded = Parameters<Backend["fetch"]>[1];

async function answered(backend: Backend, contract: BaseContract, request: Request, forwarded: Forwarded) {
  const url = new URL(request.url);
  const operation = contract(request.method === "HEAD" ? "GET" : request.method, url.pathname);
  if (operation === undefined) return Response.json(NOTHING_HERE, { status: 404 });
  return baseAnswer(operation, await backend.fetch(await baseRequest(operation, request, url), forwarded));
}

async function baseRequest(operation: BaseOperation, request: Request, url: URL): Promise<Request> {
  for (const name of new Set(url.searchParams.keys())) {
    if (!operation.queryNames.has(name)) url.searchParams.delete(name);
  }
  const headers = new Headers(request.headers);
  for (const name of ADDED_HEADERS) headers.delete(name);
  headers.delete("content-length");
  if (request.method === "GET" || request.method === "HEAD") {
    return new Request(url, { method: request.method, headers });
  }
  const sent = await request.text();
  return new Request(url, { method: request.method, headers, body: bodyWithout(operation.baseBody, sent) });
}

async function baseAnswer(operation: BaseOperation, answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers);
  // What time it is, a backend without the added header tells by the one that HTTP has.
  const now = Date.parse(headers.get("x-slipway-now") ?? "");
  for (const name of [...ADDED_HEADERS, "content-length"]) headers.delete(name);
  if (Number.isFinite(now)) headers.set("date", new Date(now).toUTCString());
  if (answer.body === null || !/json/.test(headers.get("content-type") ?? "")) {
    return new Response(answer.body, { status: answer.status, headers });
  }
  const text = await answer.text();
  const body = answer.ok ? bodyWithout(operation.baseAnswer, text) : bodyWithout(withoutDetails, text);
  return new Response(body, { status: answer.status, headers });
}

/** A body that is no JSON is somebody else's to judge. */
function bodyWithout(base: (value: unknown) => unknown, text: string): string {
  try {
    return JSON.stringify(base(JSON.parse(text)));
  } catch {
    return text;
  }
}

function withoutDetails(problem: unknown): unknown {
  return typeof problem === "object" && problem !== null ? { ...problem, details: [] } : problem;
}
