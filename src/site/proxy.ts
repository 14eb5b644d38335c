import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { request as requestHttps } from "node:https";
import { pipeline } from "node:stream";
import { answerUnavailable } from "./answer.ts";

/** Headers that speak of one connection and stay on it. Source: RFC 9110, 7.6.1. */
const HOP_BY_HOP = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Where requests are handed on to, and the key that lets them in when the backend asks for one. */
export type Upstream = { readonly backend: string; readonly apiKey?: string };

/** Hands a request on to the backend and its answer back, both as streams; a backend that is gone is a declared error. */
export function proxyTo({ backend, apiKey }: Upstream, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(backend);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const upstream = send({
    hostname: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port,
    path: request.url,
    method: request.method,
    headers: {
      ...endToEnd(request.headers),
      host: url.host,
      ...(apiKey === undefined ? {} : { "x-api-key": apiKey }),
    },
    // A kept connection that the backend has just closed would lose a request that must not be sent twice.
    agent: false,
  });
  upstream.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    pipeline(answer, response, () => upstream.destroy());
  });
  upstream.on("error", () => {
    if (response.headersSent) response.destroy();
    else
      answerUnavailable(response, `The backend at ${backend} does not answer.`, "Check that it runs, then try again.");
  });
  response.on("close", () => upstream.destroy());
  request.pipe(upstream);
}

function endToEnd(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const named = new Set((headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase()));
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name) && !named.has(name)) kept[name] = value;
  }
  return kept;
}
