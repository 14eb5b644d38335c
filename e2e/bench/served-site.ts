import { setTimeout as sleep } from "node:timers/promises";
import { serveMockBackend } from "#mocks/doors/serve.ts";
import { ensureBuilt } from "#site/build.ts";
import { readFiles, type SiteFile } from "#site/files.ts";
import { siteServer, type Site } from "#site/serve.ts";
import { listenOnFreePort } from "../support/free-port.ts";
import { originOf } from "../support/ports.ts";
import { slowLineTo } from "./slow-line.ts";

const REST_MS = 1_000;

/** A build on free ports, near and at the far end of a slow line, and what was asked of it. */
export type ServedSite = {
  readonly origin: string;
  readonly slowOrigin: string;
  /** The files it serves. */
  readonly files: ReadonlyMap<string, SiteFile>;
  /** Files asked for since the last call, by pages and by their workers, in order. */
  readonly takeAsked: () => readonly Asked[];
  /** Settles when no file was asked for in a second. */
  readonly atRest: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** `atMs`: since 1970, by the clock that the browser on this machine has too. */
export type Asked = { readonly path: string; readonly atMs: number };

/** Serves the demo, with its backend inside. */
export async function serveDemo(): Promise<ServedSite> {
  return serve({ directory: await ensureBuilt("demo") }, () => Promise.resolve());
}

/** Serves the console on a mock backend of its own, over HTTP. */
export async function serveConsoleOn(world: string): Promise<ServedSite> {
  const backend = await serveMockBackend({ world });
  return serve({ directory: await ensureBuilt("console"), backend: backend.origin }, backend.close);
}

async function serve(site: Site, stopBackend: () => Promise<void>): Promise<ServedSite> {
  const asked: Asked[] = [];
  let lastAskedAtMs = 0;
  const server = await siteServer(site);
  server.on("request", ({ url = "/" }) => {
    if (url.startsWith("/v1/")) return;
    lastAskedAtMs = performance.timeOrigin + performance.now();
    asked.push({ path: url === "/" ? "/index.html" : url, atMs: lastAskedAtMs });
  });
  const port = await listenOnFreePort(server);
  const line = slowLineTo(port);
  return {
    origin: originOf(port),
    files: await readFiles(site.directory),
    slowOrigin: originOf(await listenOnFreePort(line)),
    takeAsked: () => asked.splice(0),
    atRest: async () => {
      // oxlint-disable-next-line no-await-in-loop -- it looks, waits and looks again
      while (performance.timeOrigin + performance.now() - lastAskedAtMs < REST_MS) await sleep(REST_MS / 4);
    },
    stop: async () => {
      line.close();
      server.close();
      server.closeAllConnections();
      await stopBackend();
    },
  };
}
