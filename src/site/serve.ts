import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answerFile, answerText, answerUnavailable } from "./answer.ts";
import { readFiles, type SiteFile } from "./files.ts";
import { proxyTo } from "./proxy.ts";

/** What a site is made of: a build, and its backend (with a key, if it asks for one) unless the build brings its own. */
export type Site = { readonly directory: string; readonly backend?: string; readonly apiKey?: string };

/**
 * The small static server behind `npm start`: the files of a build, `/v1` and `/device` handed on to the backend, the
 * page itself for addresses that the console's router knows, and a real 404 for a file that is not there.
 * The server is made, not started.
 */
export async function siteServer({ directory, backend, ...key }: Site): Promise<Server> {
  const files = await readFiles(directory);
  return createServer((request, response) => {
    const path = (request.url ?? "/").split(/[?#]/, 1)[0] ?? "/";
    if (isForBackend(path)) {
      if (backend === undefined) answerDemo(response);
      else proxyTo({ backend, ...key }, request, response);
      return;
    }
    answerSite(files, request, response, path);
  });
}

function isForBackend(path: string): boolean {
  return /^\/(v1|device)(\/|$)/.test(path);
}

function answerDemo(response: ServerResponse): void {
  answerUnavailable(
    response,
    "The demo answers inside the page; this server has no backend.",
    "Open the page, or start it with --backend.",
  );
}

function answerSite(
  files: ReadonlyMap<string, SiteFile>,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    answerText(response, 405, "Only GET and HEAD are answered here.");
    return;
  }
  const asked = path === "/" ? "/index.html" : path;
  const served = files.has(asked) || !isNavigation(request, path) ? asked : "/index.html";
  const file = files.get(served);
  if (file === undefined) answerText(response, 404, "There is no such file.");
  else answerFile(request, response, served, file);
}

/**
 * Whether a browser goes to this address, or a person asks for it by hand; never a script, a style or an image. A
 * navigation that a service worker passes on has the destination "empty", and still asks for HTML.
 */
function isNavigation({ headers }: IncomingMessage, path: string): boolean {
  const destination = headers["sec-fetch-dest"] ?? "document";
  if (destination !== "document" && destination !== "empty") return false;
  const isFileAtRoot = /^\/[^/]*\.[^/]*$/.test(path);
  if (isFileAtRoot || path.startsWith("/assets/")) return false;
  const accept = headers.accept ?? "*/*";
  if (accept.includes("text/html")) return true;
  return destination === "document" && accept.includes("*/*") && !/\.[^/]*$/.test(path);
}
