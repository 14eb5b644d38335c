import type { IncomingMessage, ServerResponse } from "node:http";
import type { SiteFile } from "./files.ts";
import { cacheControlOf, SECURITY_HEADERS } from "./headers.ts";

/** Answers with a file: compressed as far as the client takes it, and 304 when it has it already. */
export function answerFile(request: IncomingMessage, response: ServerResponse, path: string, file: SiteFile): void {
  const { encoding, body } = encodingFor(request.headers["accept-encoding"] ?? "", file);
  const headers = {
    ...SECURITY_HEADERS,
    "cache-control": cacheControlOf(path),
    etag: file.etag,
    vary: "accept-encoding",
  };
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    "content-type": file.type,
    "content-length": body.length,
    ...(encoding === undefined ? {} : { "content-encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Answers with one plain sentence. */
export function answerText(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    "cache-control": "no-store",
    "content-type": "text/plain; charset=utf-8",
    ...(status === 405 ? { allow: "GET, HEAD" } : {}),
  });
  response.end(`${sentence}\n`);
}

/** Answers as the contract declares errors, for callers that asked for the backend. gRPC 14 is "unavailable". */
export function answerUnavailable(response: ServerResponse, message: string, next: string): void {
  const details = [{ "@type": "slipway.dev/Problem", problem: "unavailable", next }];
  response.writeHead(503, {
    ...SECURITY_HEADERS,
    "cache-control": "no-store",
    "content-type": "application/json",
  });
  response.end(JSON.stringify({ code: 14, message, details }));
}

function encodingFor(accepted: string, { plain, br, gzip }: SiteFile) {
  if (br !== undefined && /\bbr\b(?!;\s*q=0(\D|$))/.test(accepted)) return { encoding: "br", body: br };
  if (gzip !== undefined && /\bgzip\b(?!;\s*q=0(\D|$))/.test(accepted)) return { encoding: "gzip", body: gzip };
  return { encoding: undefined, body: plain };
}
